namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>A row of the source beside its ledger row.</summary>
internal sealed class LabelledRow<T>
{
    public required T Item { get; set; }

    public required LedgerRow Ledger { get; set; }
}
