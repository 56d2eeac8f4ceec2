namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>Entities that are inserted in one transaction; the context does not track them. Disposed without a commit, it takes everything back.</summary>
internal interface IEntityBatch : IDisposable
{
    /// <summary>Takes one more entity.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="async">Whether the task may be waited for; otherwise it has completed.</param>
    /// <param name="cancellationToken">Stops.</param>
    Task AddAsync(object entity, bool async, CancellationToken cancellationToken);

    /// <inheritdoc cref="AddAsync"/>
    /// <returns>How many entities there are.</returns>
    Task<int> CommitAsync(bool async, CancellationToken cancellationToken);
}
