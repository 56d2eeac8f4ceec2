namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>A row of the source with its distance; ties are broken by what comes second.</summary>
internal sealed class RankedRow<T>
{
    public required T Item { get; set; }

    public required LedgerRow Ledger { get; set; }

    public required NearestRow Nearest { get; set; }
}
