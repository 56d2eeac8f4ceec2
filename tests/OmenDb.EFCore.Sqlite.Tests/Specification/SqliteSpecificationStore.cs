using System.Runtime.CompilerServices;

[assembly: AssemblyFixture(typeof(OmenDb.EFCore.Sqlite.Tests.Specification.SqliteSpecificationStore))]

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

/// <summary>The specification's rows in a SQLite file.</summary>
public class SqliteSpecificationStore() : SpecificationStore(Source())
{
    private readonly TestDatabase _database = new();

    public override ValueTask DisposeAsync()
    {
        _database.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    protected override void UseProvider(DbContextOptionsBuilder options) => options.UseSqlite(_database.ConnectionString, sqlite => sqlite.UseOmenDb());

    protected override async Task IndexAsync(SpecificationContext db)
    {
        await db.Database.VectorIndex<Article>(a => a.Embedding).FlushAsync();
        await db.Database.VectorIndex<Comment>(c => c.Mood).FlushAsync();
    }

    private static string Source([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, ".."));
}
