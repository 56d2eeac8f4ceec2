namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>What is said of an index that is in the model, but not in the database.</summary>
internal static class MissingIndex
{
    public static InvalidOperationException Error(string index, Exception cause)
        => new($"The database has no vector index '{index}' yet: run EnsureCreated or Migrate.", cause);
}
