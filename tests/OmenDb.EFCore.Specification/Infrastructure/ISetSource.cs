namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>Where a query of the specification begins: the sets of a context, or the same rows in memory.</summary>
public interface ISetSource
{
    IQueryable<T> Set<T>()
        where T : class;
}
