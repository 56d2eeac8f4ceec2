using OmenDb.EFCore.Moving.Internal;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>How rows are copied into SQLite, which takes any key and numbers rows by those that are there.</summary>
internal sealed class SqliteCopyTarget : ICopyTarget
{
    public string Exactly(string column) => $"{column} COLLATE BINARY";

    public string KeepingKeys => "";

    public Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
