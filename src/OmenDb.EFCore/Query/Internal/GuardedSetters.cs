using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Has <c>ExecuteUpdate</c> refuse the vectors that <c>SaveChanges</c> refuses: the mapping of what it sets looks at it when it is sent.</summary>
internal sealed class GuardedSetters : ExpressionVisitor
{
    /// <summary>A vector that is set to a parameter, once that was visited.</summary>
    public IProperty? Sent { get; private set; }

    protected override Expression VisitExtension(Expression node) => node is UpdateExpression update
        ? update.Update(update.SelectExpression, [.. update.ColumnValueSetters.Select(setter => setter with { Value = Guarded(update.Table.Table, setter) })])
        : node;

    // The setter knows the column's name; that it is one of the model's is forgotten where EF Core renumbers the aliases of a query.
    private SqlExpression Guarded(ITableBase table, ColumnValueSetter setter)
        => table.FindColumn(setter.Column.Name)?.PropertyMappings.Select(mapping => mapping.Property).FirstOrDefault(property => property.GetDimensions() is not null) is { } vector
            ? (SqlExpression)new Values(this, vector).Visit(setter.Value)
            : setter.Value;

    // Of what a value is made, what may become it: conditions have vectors of their own, and so have searches.
    private sealed class Values(GuardedSetters setters, IProperty vector) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case SqlParameterExpression { TypeMapping: { } mapping } parameter when VectorPropertyExtensions.IsVectorType(mapping.ClrType):
                    setters.Sent = vector;
                    return parameter.ApplyTypeMapping(Checking(mapping));
                case SqlConstantExpression { TypeMapping: { } mapping } constant when VectorPropertyExtensions.IsVectorType(mapping.ClrType):
                    return constant.ApplyTypeMapping(Checking(mapping));
                case CaseExpression chosen:
                    return chosen.Update(
                        chosen.Operand, [.. chosen.WhenClauses.Select(c => new CaseWhenClause(c.Test, (SqlExpression)Visit(c.Result)))], (SqlExpression?)Visit(chosen.ElseResult));
                case SelectExpression select:
                    return select.Update(
                        [.. select.Tables.Select(table => (TableExpressionBase)Visit(table))], select.Predicate, select.GroupBy, select.Having, [.. select.Projection.Select(p => p.Update((SqlExpression)Visit(p.Expression)))],
                        select.Orderings, select.Offset, select.Limit);
                case SqlFunctionExpression { Name: "COALESCE" } or SqlUnaryExpression or ScalarSubqueryExpression or JoinExpressionBase or SetOperationBase:
                    return base.VisitExtension(node);
                default:
                    return node;
            }
        }

        private RelationalTypeMapping Checking(RelationalTypeMapping mapping)
            => (RelationalTypeMapping)mapping.WithComposedConverter((ValueConverter)Activator.CreateInstance(typeof(GuardedSetterConverter<>).MakeGenericType(mapping.ClrType), vector)!);
    }
}
