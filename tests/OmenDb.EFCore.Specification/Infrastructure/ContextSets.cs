namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>The sets of a context.</summary>
internal sealed class ContextSets(DbContext context) : ISetSource
{
    public IQueryable<T> Set<T>()
        where T : class
        => context.Set<T>();
}
