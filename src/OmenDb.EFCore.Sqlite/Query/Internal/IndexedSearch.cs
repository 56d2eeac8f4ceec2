using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using OmenDb.EFCore.Query.Internal;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>LINQ for a search by an indexed property: the source joined with its ledger and the virtual table.</summary>
/// <remarks>
/// A filtered source is probed first, inside the same statement: when fewer than k of the nearest <see cref="ProbeSize"/> rows pass, their labels are
/// collected and the index searches those alone. The join applies the filter again, so the label set may only be too large, never wrong.
/// </remarks>
internal sealed class IndexedSearch
{
    private const int ProbeSize = 256;

    // By the number of key columns.
    private static readonly Type?[] CompositeKeys =
        [null, null, typeof(Tuple<,>), typeof(Tuple<,,>), typeof(Tuple<,,,>), typeof(Tuple<,,,,>), typeof(Tuple<,,,,,>), typeof(Tuple<,,,,,,>)];

    private readonly NearestToCall _call;
    private readonly VectorIndexDefinition _index;
    private readonly IReadOnlyEntityType _ledger;

    private IndexedSearch(NearestToCall call, VectorIndexDefinition index, IReadOnlyEntityType ledger)
    {
        _call = call;
        _index = index;
        _ledger = ledger;
    }

    public static Expression Rewrite<T, TResult>(NearestToCall call, VectorIndexDefinition index, IReadOnlyEntityType ledger)
        => new IndexedSearch(call, index, ledger).Rewrite<T, TResult>();

    private Expression Rewrite<T, TResult>()
    {
        var k = _call.K;
        var limit = Expression.Call(typeof(NearestFunctions), nameof(NearestFunctions.AtLeastOne), null, k);
        var rows = IsFiltered(_call.Source)
            ? Expression.Call(typeof(NearestFunctions), nameof(NearestFunctions.RowsOrAll), null,
                Expression.Condition(
                    Expression.LessThan(LinqCall.Count<RankedRow<T>>(LinqCall.Take<RankedRow<T>>(Probe<T>(), k)), k),
                    LabelsOf<T>(),
                    Expression.Constant(null, typeof(byte[]))))
            : Expression.Call(typeof(NearestFunctions), nameof(NearestFunctions.AllRows), null);
        var ranked = Ordered<T>(LinqCall.Take<RankedRow<T>>(Ordered<T>(Nearest<T>(k, rows)), limit)); // once more: a split query would order the limited rows by key
        return LinqCall.Select(ranked, LinqCall.Result<RankedRow<T>, TResult>(
            _call.ResultSelector,
            r => Expression.Property(r, nameof(RankedRow<T>.Item)),
            r => Expression.Property(Expression.Property(r, nameof(RankedRow<T>.Nearest)), nameof(NearestRow.Distance))));
    }

    /// <summary>Rows of the source among the nearest few of the whole table.</summary>
    private Expression Probe<T>()
        => Ordered<T>(Nearest<T>(Expression.Constant(ProbeSize), Expression.Call(typeof(NearestFunctions), nameof(NearestFunctions.FirstRows), null)));

    private Expression LabelsOf<T>()
    {
        var row = Expression.Parameter(typeof(LabelledRow<T>), "r");
        var rowset = Expression.Call(typeof(NearestFunctions), nameof(NearestFunctions.Rowset), null, Label(Expression.Property(row, nameof(LabelledRow<T>.Ledger))));
        return LinqCall.FirstOrDefault<byte[]>(LinqCall.Select(Labelled<T>(), Expression.Lambda<Func<LabelledRow<T>, byte[]?>>(rowset, row)));
    }

    /// <summary>The source joined with the virtual table, which SQL gives its arguments as comparisons with its hidden columns.</summary>
    private Expression Nearest<T>(Expression k, Expression rows)
    {
        Expression<Func<LabelledRow<T>, NearestRow, RankedRow<T>>> ranked = (r, n) => new RankedRow<T> { Item = r.Item, Nearest = n };
        Expression<Func<NearestRow, long>> label = n => n.Label;
        var joined = LinqCall.Join(Labelled<T>(), new EntityQueryRootExpression(_call.Context.Model.FindEntityType(typeof(NearestRow))!), LabelKey<T>(), label, ranked);

        var row = Expression.Parameter(typeof(RankedRow<T>), "r");
        var nearest = Expression.Property(row, nameof(RankedRow<T>.Nearest));
        var arguments = Expression.AndAlso(
            Expression.AndAlso(Argument(nameof(NearestRow.Name), Expression.Constant(_index.Name)), Argument(nameof(NearestRow.Query), _call.Query)),
            Expression.AndAlso(Argument(nameof(NearestRow.K), k), Argument(nameof(NearestRow.Rows), rows)));
        return LinqCall.Where(joined, Expression.Lambda<Func<RankedRow<T>, bool>>(arguments, row));

        Expression Argument(string column, Expression value)
        {
            var property = Expression.Property(nearest, column);
            return Expression.Call(typeof(NearestFunctions), nameof(NearestFunctions.Argument), [property.Type, value.Type], property, value);
        }
    }

    private Expression Labelled<T>()
    {
        Expression<Func<T, Dictionary<string, object>, LabelledRow<T>>> labelled = (a, l) => new LabelledRow<T> { Item = a, Ledger = l };
        var keys = _call.EntityType.FindPrimaryKey()!.Properties;
        return LinqCall.Join(
            _call.Source,
            new EntityQueryRootExpression((IEntityType)_ledger),
            Key(typeof(T), keys.Select(p => (p.Name, p.ClrType))),
            Key(typeof(Dictionary<string, object>), keys.Select(p => (LedgerConvention.KeyName(p.Name), p.ClrType))),
            labelled);
    }

    // EF Core joins composite keys on any two objects made with new, argument by argument.
    private static LambdaExpression Key(Type type, IEnumerable<(string Name, Type Type)> properties)
    {
        var row = Expression.Parameter(type, "x");
        var values = properties.Select(p => (Expression)Expression.Call(typeof(EF), nameof(EF.Property), [p.Type], row, Expression.Constant(p.Name))).ToArray();
        return Expression.Lambda(values.Length == 1 ? values[0] : Composite(values), row);
    }

    private static NewExpression Composite(Expression[] values)
        => CompositeKeys.ElementAtOrDefault(values.Length) is { } type
            ? Expression.New(type.MakeGenericType([.. values.Select(v => v.Type)]).GetConstructors().Single(), values)
            : throw new NotSupportedException($"A vector index needs a primary key of at most {CompositeKeys.Length - 1} columns.");

    private static LambdaExpression LabelKey<T>()
    {
        var row = Expression.Parameter(typeof(LabelledRow<T>), "r");
        return Expression.Lambda(Label(Expression.Property(row, nameof(LabelledRow<T>.Ledger))), row);
    }

    private static MethodCallExpression Label(Expression ledger)
        => Expression.Call(typeof(EF), nameof(EF.Property), [typeof(long)], ledger, Expression.Constant(LedgerSql.LabelColumn));

    private static Expression Ordered<T>(Expression source)
    {
        Expression<Func<RankedRow<T>, double>> distance = r => r.Nearest.Distance;
        Expression<Func<RankedRow<T>, long>> label = r => r.Nearest.Label;
        return LinqCall.ThenBy(LinqCall.OrderBy(source, distance), label);
    }

    /// <summary>Whether the source may leave rows out; a plain set, however it is tracked and whatever it includes, does not.</summary>
    private bool IsFiltered(Expression source)
    {
        while (source is MethodCallExpression { Method: { Name: var name, DeclaringType: var type } } call
            && type == typeof(EntityFrameworkQueryableExtensions) && name is "Include" or "ThenInclude" or "AsNoTracking" or "AsNoTrackingWithIdentityResolution" or "AsTracking" or "TagWith")
            source = call.Arguments[0];
        return source.GetType() != typeof(EntityQueryRootExpression)
            || _call.EntityType.GetRootType().GetDeclaredQueryFilters().Count > 0
            || _call.EntityType.BaseType is not null;
    }
}
