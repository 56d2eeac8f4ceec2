using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>Finds the property that a lambda such as <c>a =&gt; a.Embedding</c> or <c>a =&gt; a.Profile.Embedding</c> names.</summary>
internal static class VectorSelector
{
    public static IProperty Resolve(IModel model, Type clrType, LambdaExpression selector)
    {
        var property = Find(FindEntityType(model, clrType), selector).Property;
        return property.GetIndexMetric() is not null
            ? property
            : throw new InvalidOperationException(
                $"'{property.DisplayName()}' has no vector index. Declare one with modelBuilder.Entity<{clrType.Name}>().HasVectorIndex(...) or [VectorIndex].");
    }

    public static IEntityType FindEntityType(IModel model, Type clrType)
        => model.FindEntityType(clrType)
           ?? throw new InvalidOperationException(model.FindEntityTypes(clrType).Select(e => e.DisplayName()).ToList() is { Count: > 0 } sharing
               ? $"'{clrType.Name}' is the class of several entity types, or of one that has none of its own ({string.Join(", ", sharing)}). Vectors are searched by class: give the one that is searched a class of its own."
               : model.GetEntityTypes().Where(e => clrType != typeof(object) && clrType.IsAssignableFrom(e.ClrType)).Select(e => e.DisplayName()).Order(StringComparer.Ordinal).ToList() is { Count: > 0 } derived
                   ? $"'{clrType.Name}' is not an entity type of this context, but these derive from it: {string.Join(", ", derived.Select(d => $"'{d}'"))}. Hold what is searched as an IQueryable of one of them."
                   : $"'{clrType.Name}' is not an entity type of this context. NearestTo and WithinDistance search the rows of an entity: call them on a DbSet or a filtered one, and use Select after it.");

    public static VectorPath Find(IEntityType entityType, LambdaExpression selector)
    {
        var body = Bare(selector.Body);
        return Walk(entityType, body) is IProperty property
            ? new VectorPath(property, Expression.Lambda(body, selector.Parameters))
            : throw new InvalidOperationException(
                $"'{selector}' does not name a mapped property of '{entityType.DisplayName()}'. {OfDerived(entityType, body) ?? OfOther(entityType, body)
                    ?? "Write it as a => a.Embedding, or a => EF.Property<ReadOnlyMemory<float>>(a, \"Embedding\")."}");
    }

    // What to write instead of a => ((Derived)a).Embedding.
    private static string? OfDerived(IEntityType entityType, Expression body)
        => body is MemberExpression { Expression: UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.TypeAs, Operand: ParameterExpression, Type: var type }, Member.Name: var name }
            && entityType.Model.FindEntityType(type) is { } derived && entityType.IsAssignableFrom(derived) && derived.FindProperty(name) is { } vector
                ? $"'{vector.DisplayName()}' is searched among its own type: OfType<{type.Name}>().NearestTo(x => x.{name}, query, k)."
                : null;

    // What to write instead of a => a.Other.Embedding.
    private static string? OfOther(IEntityType entityType, Expression body)
    {
        if (Step(body) is not var (instance, name) || Navigation(entityType, instance) is not { } navigation || navigation.TargetEntityType.FindProperty(name) is not { } vector)
            return null;
        var back = navigation.Inverse is { } inverse ? $" and go back by its navigation: {Search()}.{(inverse.IsCollection ? "SelectMany" : "Select")}(x => x.{inverse.Name})." : $" and join '{entityType.DisplayName()}' with what it finds: {Search()}.";
        return $"'{vector.DisplayName()}' belongs to another row: search its set{back}";

        string Search() => $"Set<{navigation.TargetEntityType.ClrType.Name}>().NearestTo(x => x.{name}, query, k)";
    }

    private static INavigation? Navigation(IEntityType root, Expression expression)
        => Step(expression) is var (instance, name) ? (instance is ParameterExpression ? root : Navigation(root, instance)?.TargetEntityType)?.FindNavigation(name) : null;

    /// <summary>The property that an expression over an entity names; <see langword="null"/> when it is more than that.</summary>
    public static IProperty? TryFind(IModel model, ParameterExpression entity, Expression vector)
        => model.FindEntityType(entity.Type) is { } entityType ? Walk(entityType, vector) as IProperty : null;

    /// <summary>The only indexed vector of an entity type, for the form of <c>NearestTo</c> that names none.</summary>
    public static VectorPath Only(IEntityType entityType)
    {
        var entity = Expression.Parameter(entityType.ClrType, "a");
        var vectors = Indexed(entityType, entity).ToList();
        return vectors.Count switch
        {
            1 => new VectorPath(vectors[0].Property, Expression.Lambda(vectors[0].Vector, entity)),
            0 => throw new InvalidOperationException(
                $"'{entityType.DisplayName()}' has no vector index. Declare one with HasVectorIndex or [VectorIndex], or name the vector: NearestTo(a => a.Embedding, query, k)."),
            _ => throw new InvalidOperationException(
                $"'{entityType.DisplayName()}' has {vectors.Count} vector indexes ({string.Join(", ", vectors.Select(v => v.Path))}). Name the one to search: NearestTo(a => a.{vectors[0].Path}, query, k)."),
        };
    }

    private static IEnumerable<(IProperty Property, Expression Vector, string Path)> Indexed(ITypeBase type, Expression instance)
    {
        foreach (var property in type.GetProperties().Where(p => p.GetIndexMetric() is not null))
            yield return (property, Member(instance, property.ClrType, property.Name), property.Name);
        var parts = type.GetComplexProperties().Where(c => !c.IsCollection).Select(c => ((ITypeBase)c.ComplexType, c.Name))
            .Concat((type as IEntityType)?.GetNavigations().Where(n => !n.IsCollection && n.ForeignKey.IsOwnership && !n.IsOnDependent).Select(n => ((ITypeBase)n.TargetEntityType, n.Name)) ?? []);
        foreach (var (part, name) in parts)
        {
            foreach (var found in Indexed(part, Member(instance, part.ClrType, name)))
                yield return found with { Path = $"{name}.{found.Path}" };
        }
    }

    private static MethodCallExpression Member(Expression instance, Type type, string name)
        => Expression.Call(typeof(EF), nameof(EF.Property), [type], instance.Type.IsValueType ? Expression.Convert(instance, typeof(object)) : instance, Expression.Constant(name));

    private static IReadOnlyPropertyBase? Walk(ITypeBase root, Expression body)
    {
        if (Step(body) is not var (instance, name))
            return null;
        var owner = instance is ParameterExpression ? root : Walk(root, instance) switch
        {
            IComplexProperty { IsCollection: false } complex => complex.ComplexType,
            INavigation { IsCollection: false, ForeignKey.IsOwnership: true } part => part.TargetEntityType,
            _ => null,
        };
        return owner?.FindProperty(name) ?? owner?.FindComplexProperty(name) ?? (IReadOnlyPropertyBase?)(owner as IEntityType)?.FindNavigation(name);
    }

    private static (Expression Instance, string Name)? Step(Expression body) => Bare(body) switch
    {
        MemberExpression { Expression: { } instance } member => (Bare(instance), member.Member.Name),
        MethodCallExpression { Method: { Name: nameof(EF.Property), DeclaringType: var declaring }, Arguments: [var instance, ConstantExpression { Value: string name }] }
            when declaring == typeof(EF) => (Bare(instance), name),
        _ => null,
    };

    // What is left of an expression without what the model knows nothing of: conversions, and that something may be missing.
    private static Expression Bare(Expression expression) => expression switch
    {
        UnaryExpression { NodeType: ExpressionType.Convert } convert => Bare(convert.Operand),
        MemberExpression { Member.Name: nameof(Nullable<int>.Value), Expression: { } instance } when Nullable.GetUnderlyingType(instance.Type) is not null => Bare(instance),
        _ => expression,
    };
}
