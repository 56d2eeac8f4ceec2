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
    protected override Expression VisitExtension(Expression node) => node is UpdateExpression update
        ? update.Update(update.SelectExpression, [.. update.ColumnValueSetters.Select(setter => setter with { Value = Guarded(update.Table.Table, setter) })])
        : node;

    // The setter knows the column's name; that it is one of the model's is forgotten where EF Core renumbers the aliases of a query.
    private static SqlExpression Guarded(ITableBase table, ColumnValueSetter setter)
        => table.FindColumn(setter.Column.Name)?.PropertyMappings.Select(mapping => mapping.Property).FirstOrDefault(property => property.GetDimensions() is not null) is { } vector
            ? (SqlExpression)new Values(vector).Visit(setter.Value)
            : setter.Value;

    private sealed class Values(IProperty vector) : ExpressionVisitor
    {
        protected override Expression VisitExtension(Expression node) => node switch
        {
            SqlParameterExpression { TypeMapping: { } mapping } parameter when VectorPropertyExtensions.IsVectorType(mapping.ClrType) => parameter.ApplyTypeMapping(Checking(mapping)),
            SqlConstantExpression { TypeMapping: { } mapping } constant when VectorPropertyExtensions.IsVectorType(mapping.ClrType) => constant.ApplyTypeMapping(Checking(mapping)),
            _ => base.VisitExtension(node),
        };

        private RelationalTypeMapping Checking(RelationalTypeMapping mapping)
            => (RelationalTypeMapping)mapping.WithComposedConverter((ValueConverter)Activator.CreateInstance(typeof(GuardedSetterConverter<>).MakeGenericType(mapping.ClrType), vector)!);
    }
}
