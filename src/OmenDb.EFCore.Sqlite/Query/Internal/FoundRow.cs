namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>A row of another query beside a row that was found for it.</summary>
internal sealed class FoundRow<TOuter, T>
{
    public required TOuter Outer { get; set; }

    public required NearestRow Nearest { get; set; }

    public required T Item { get; set; }
}
