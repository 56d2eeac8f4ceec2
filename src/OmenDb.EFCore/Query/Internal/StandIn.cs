namespace OmenDb.EFCore.Query.Internal;

/// <summary>What a method does that stands for SQL in a rewritten query.</summary>
internal static class StandIn
{
    public static InvalidOperationException Called() => new("This method stands for SQL and cannot be called.");
}
