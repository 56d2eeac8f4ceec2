namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>The rows that every store holds, in memory.</summary>
internal sealed class SeedSets(IEnumerable<object> rows) : ISetSource
{
    private readonly object[] _rows = [.. rows];

    public IQueryable<T> Set<T>()
        where T : class
        => new ExactQuery<T>(_rows.OfType<T>().AsQueryable().Expression);
}
