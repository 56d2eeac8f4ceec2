using Microsoft.EntityFrameworkCore.Migrations;
using OmenDb.EFCore.Sqlite.Infrastructure.Internal;

namespace OmenDb.EFCore.Sqlite.Migrations.Internal;

/// <summary>
/// Keeps the check of triggers away until every migration is applied: in between, a table is rebuilt, and the triggers are those of an older model. Then deletes the files of indexes that are gone.
/// </summary>
internal sealed class SqliteVectorMigrator(IMigrator migrator, SqliteVectorStore store) : IMigrator
{
    public void Migrate(string? targetMigration = null)
    {
        store.IsUnchecked = true;
        try
        {
            migrator.Migrate(targetMigration);
            store.DeleteForgottenFiles();
        }
        finally
        {
            store.IsUnchecked = false;
        }
    }

    public async Task MigrateAsync(string? targetMigration = null, CancellationToken cancellationToken = default)
    {
        store.IsUnchecked = true;
        try
        {
            await migrator.MigrateAsync(targetMigration, cancellationToken).ConfigureAwait(false);
            store.DeleteForgottenFiles();
        }
        finally
        {
            store.IsUnchecked = false;
        }
    }

    public string GenerateScript(string? fromMigration = null, string? toMigration = null, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
        => migrator.GenerateScript(fromMigration, toMigration, options);

    public bool HasPendingModelChanges() => migrator.HasPendingModelChanges();
}
