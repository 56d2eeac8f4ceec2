namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>A test with a database of its own.</summary>
public abstract class DatabaseTest : IDisposable
{
    protected TestDatabase Database { get; } = new();

    public void Dispose()
    {
        Database.Dispose();
        GC.SuppressFinalize(this);
    }
}
