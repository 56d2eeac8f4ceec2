using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>Finds the property that a lambda such as <c>a =&gt; a.Embedding</c> names.</summary>
internal static class VectorSelector
{
    public static IProperty Resolve(IModel model, Type clrType, LambdaExpression selector)
    {
        var property = Find(FindEntityType(model, clrType), selector);
        return property.GetIndexMetric() is not null
            ? property
            : throw new InvalidOperationException(
                $"'{property.DisplayName()}' has no vector index. Declare one with modelBuilder.Entity<{clrType.Name}>().HasVectorIndex(...) or [VectorIndex].");
    }

    public static IEntityType FindEntityType(IModel model, Type clrType)
        => model.FindEntityType(clrType)
           ?? throw new InvalidOperationException(
               $"'{clrType.Name}' is not an entity type of this context. NearestTo searches the rows of an entity: call it on a DbSet or a filtered one, and use Select after it.");

    public static IProperty Find(IEntityType entityType, LambdaExpression selector)
    {
        var property = MemberName(selector) is { } name ? entityType.FindProperty(name) : null;
        return property
               ?? throw new InvalidOperationException(
                   $"'{selector}' does not name a mapped property of '{entityType.DisplayName()}'. Write it as a => a.Embedding, or a => EF.Property<ReadOnlyMemory<float>>(a, \"Embedding\").");
    }

    /// <summary>The only indexed vector of an entity type, for the form of <c>NearestTo</c> that names none.</summary>
    public static IProperty Only(IEntityType entityType)
    {
        var vectors = entityType.GetProperties().Where(p => p.GetIndexMetric() is not null).ToList();
        return vectors.Count switch
        {
            1 => vectors[0],
            0 => throw new InvalidOperationException(
                $"'{entityType.DisplayName()}' has no vector index. Declare one with HasVectorIndex or [VectorIndex], or name the vector: NearestTo(a => a.Embedding, query, k)."),
            _ => throw new InvalidOperationException(
                $"'{entityType.DisplayName()}' has {vectors.Count} vector indexes ({string.Join(", ", vectors.Select(p => p.Name))}). Name the one to search: NearestTo(a => a.{vectors[0].Name}, query, k)."),
        };
    }

    private static string? MemberName(LambdaExpression selector)
    {
        var body = selector.Body;
        while (body is UnaryExpression { NodeType: ExpressionType.Convert } convert)
            body = convert.Operand;
        return body switch
        {
            MemberExpression { Expression: ParameterExpression } member => member.Member.Name,
            MethodCallExpression { Method: { Name: nameof(EF.Property), DeclaringType: var declaring }, Arguments: [ParameterExpression, ConstantExpression { Value: string name }] }
                when declaring == typeof(EF) => name,
            _ => null,
        };
    }
}
