using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Diagnostics.Internal;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Rewrites <c>NearestTo</c> and <c>WithinDistance</c> into LINQ that the provider translates, before EF Core compiles a query.</summary>
internal abstract class VectorSearchInterceptor : IQueryExpressionInterceptor
{
    private static readonly MethodInfo UnindexedNearest = typeof(UnindexedSearch).GetMethod(nameof(UnindexedSearch.Nearest))!;
    private static readonly MethodInfo UnindexedWithin = typeof(UnindexedSearch).GetMethod(nameof(UnindexedSearch.Within))!;

    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData)
        => eventData.Context is { } context
            ? new Rewriter(context, this).Visit(queryExpression)
            : queryExpression;

    /// <summary>LINQ for one search. Its source is rewritten already, and its query is refused where it does not fit.</summary>
    protected abstract Expression Rewrite(NearestToCall call);

    /// <summary>LINQ for one search. Its source is rewritten already, and its query is refused where it does not fit.</summary>
    protected abstract Expression Rewrite(WithinDistanceCall call);

    /// <summary>Whether the nearest rows are looked for by a query that is rounded to 16-bit floats, like the vectors themselves.</summary>
    protected virtual bool IsRounded(IProperty vector) => false;

    /// <summary>Whether SQL can order rows by it.</summary>
    protected virtual bool CanOrderBy(IProperty key) => true;

    /// <summary>LINQ for a search for each row of another query; <see langword="null"/> where the provider needs none of its own.</summary>
    protected virtual Expression? Rewrite(ForEachCall call) => null;

    /// <summary>LINQ for a search of what an <c>Include</c> loads, which may be no more than conditions.</summary>
    protected virtual Expression RewriteIncluded(WithinDistanceCall call) => Rewrite(call);

    /// <summary>The rows that an <c>ExecuteUpdate</c> changes, their searches rewritten.</summary>
    protected virtual Expression RewriteUpdated(Expression source) => source;

    /// <summary>LINQ for a search by a property without an index.</summary>
    protected static Expression RewriteUnindexed(NearestToCall call)
    {
        WarnOfNoIndex(call);
        return RewriteExact(call);
    }

    /// <summary>LINQ that compares every row.</summary>
    protected static Expression RewriteExact(NearestToCall call)
        => Invoke(UnindexedNearest.MakeGenericMethod(call.ElementType, call.ResultType), call);

    /// <summary>LINQ for a search by a property without an index.</summary>
    protected static Expression RewriteUnindexed(WithinDistanceCall call)
    {
        WarnOfNoIndex(call);
        return RewriteExact(call, VectorMetric.Cosine);
    }

    /// <summary>LINQ that compares every row.</summary>
    protected static Expression RewriteExact(WithinDistanceCall call, VectorMetric metric)
        => Invoke(UnindexedWithin.MakeGenericMethod(call.ElementType), call, metric);

    protected static Expression Invoke(MethodInfo method, params object[] arguments)
        => (Expression)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;

    /// <summary>Tells that every row will be compared.</summary>
    protected static void WarnOfNoIndex(VectorSearchCall call)
        => ((IInfrastructure<IServiceProvider>)call.Context).Instance.GetRequiredService<IDiagnosticsLogger<DbLoggerCategory.Query>>()
            .LogVectorEvent(
                OmenDbEventId.VectorSearchWithoutIndex, LogLevel.Warning,
                call.Vector.Property.GetIndexMetric() is null
                    ? $"A search by '{call.Vector.Property.DisplayName()}' compares every row, by cosine distance, because the property has no vector index. Declare one with HasVectorIndex or [VectorIndex]."
                    : $"A search by '{call.Vector.Property.DisplayName()}' compares every row, because its source is SQL (FromSql, ToSqlQuery, ToFunction) or a view, which may give other rows than those in the index. To use the index, search a set of the table, and put the SQL into a condition: Where(a => set.FromSql(...).Any(b => b.Id == a.Id)).NearestTo(...).");

    private sealed class Rewriter(DbContext context, VectorSearchInterceptor interceptor) : ExpressionVisitor
    {
        private readonly HashSet<Expression> _included = []; // what Include does with its collection
        private int _searches;

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType == typeof(VectorQueryableExtensions))
                return _included.Contains(node) ? Included(node) : node.Method.Name == nameof(VectorQueryableExtensions.NearestTo) ? interceptor.Rewrite(Guarded(Nearest(node))) : interceptor.Rewrite(Within(node));
            if (node.Method.DeclaringType == typeof(EntityFrameworkQueryableExtensions))
            {
                if (node.Method.Name == nameof(EntityFrameworkQueryableExtensions.ExecuteUpdate))
                    return node.Update(null, [interceptor.RewriteUpdated(Visit(node.Arguments[0])), .. node.Arguments.Skip(1).Select(Visit)!]);
                if (node is { Method.Name: nameof(EntityFrameworkQueryableExtensions.Include) or nameof(EntityFrameworkQueryableExtensions.ThenInclude), Arguments: [_, UnaryExpression path] })
                    AddIncluded(Unquote(path).Body);
            }

            return ForEach(node) ?? base.VisitMethodCall(node);
        }

        private void AddIncluded(Expression collection)
        {
            while (WithoutConvert(collection) is MethodCallExpression { Arguments: [var before, ..] } call)
            {
                _included.Add(call);
                collection = before;
            }
        }

        private Expression Included(MethodCallExpression node)
        {
            if (node.Method.Name == nameof(VectorQueryableExtensions.WithinDistance))
                return interceptor.RewriteIncluded(Within(node));
            var vector = Nearest(node).Vector.Property;
            throw new InvalidOperationException(
                $"NearestTo cannot stand in Include. Order what is included by its distance: OrderBy(x => EF.Functions.VectorDistance(VectorMetric.{vector.GetIndexMetric() ?? VectorMetric.Cosine}, x.{vector.Name}, query)).Take(k).");
        }

        private NearestToCall Nearest(MethodCallExpression node)
        {
            var (elementType, named) = (node.Method.GetGenericArguments()[0], node.Arguments.Count > 3);
            var entityType = VectorSelector.FindEntityType(context.Model, elementType);
            return new NearestToCall(
                context,
                Visit(node.Arguments[0]),
                entityType,
                elementType,
                named ? VectorSelector.Find(entityType, Unquote(node.Arguments[1])) : VectorSelector.Only(entityType),
                WithoutConversion(Visit(node.Arguments[named ? 2 : 1])),
                Visit(node.Arguments[named ? 3 : 2]),
                node.Arguments.Count > 4 ? Unquote(Visit(node.Arguments[4])) : null,
                ++_searches);
        }

        private NearestToCall Guarded(NearestToCall call)
        {
            call = call with
            {
                IsRounded = interceptor.IsRounded(call.Vector.Property),
                Ties = call.EntityType.FindPrimaryKey()?.Properties.Where(interceptor.CanOrderBy) ?? [],
            };
            return call with { Query = GuardedQuery.Of(call) };
        }

        private WithinDistanceCall Within(MethodCallExpression node)
        {
            var elementType = node.Method.GetGenericArguments()[0];
            var entityType = VectorSelector.FindEntityType(context.Model, elementType);
            var call = new WithinDistanceCall(
                context,
                Visit(node.Arguments[0]),
                entityType,
                elementType,
                VectorSelector.Find(entityType, Unquote(node.Arguments[1])),
                WithoutConversion(Visit(node.Arguments[2])),
                Visit(node.Arguments[3]));
            return call with { Query = GuardedQuery.Of(call) };
        }

        private Expression? ForEach(MethodCallExpression node)
        {
            if (node.Method.DeclaringType != typeof(Queryable) || node.Method.Name != nameof(Queryable.SelectMany)
                || Unquote(node.Arguments[1]) is not { Parameters: [var row], Body: var body }
                || WithoutConvert(body) is not MethodCallExpression { Method.Name: nameof(VectorQueryableExtensions.NearestTo) } search
                || search.Method.DeclaringType != typeof(VectorQueryableExtensions))
                return null;
            var call = Nearest(search);
            return ParameterFinder.Contains(call.Query, row) && !ParameterFinder.Contains(call.Source, row)
                ? interceptor.Rewrite(new ForEachCall(Visit(node.Arguments[0]), row, call, node.Arguments.Count > 2 ? Unquote(Visit(node.Arguments[2])) : null))
                : null;
        }

        private static LambdaExpression Unquote(Expression expression)
            => (LambdaExpression)(expression is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : expression);

        private static Expression WithoutConvert(Expression expression)
            => expression is UnaryExpression { NodeType: ExpressionType.Convert, Method: null } convert ? WithoutConvert(convert.Operand) : expression;

        // A float[] reaches us converted to ReadOnlyMemory<float>, which no provider translates.
        private static Expression WithoutConversion(Expression query) => query switch
        {
            MethodCallExpression { Method.Name: "op_Implicit", Arguments: [var operand] } => operand,
            UnaryExpression { NodeType: ExpressionType.Convert, Method.Name: "op_Implicit", Operand: var operand } => operand,
            _ => query,
        };
    }
}
