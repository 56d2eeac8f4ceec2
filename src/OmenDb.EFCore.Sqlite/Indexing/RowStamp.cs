namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>One row of a ledger: its label, and the number drawn for it, which a restored backup that hands out the label again does not draw a second time.</summary>
internal readonly record struct RowStamp(long Label, long Stamp) : IComparable<RowStamp>
{
    public int CompareTo(RowStamp other) => (Label, Stamp).CompareTo((other.Label, other.Stamp));
}
