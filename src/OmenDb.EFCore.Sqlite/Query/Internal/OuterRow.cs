namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>A row of another query, for which there is a search, beside a row of the virtual table.</summary>
internal sealed class OuterRow<TOuter>
{
    public required TOuter Outer { get; set; }

    public required NearestRow Nearest { get; set; }
}
