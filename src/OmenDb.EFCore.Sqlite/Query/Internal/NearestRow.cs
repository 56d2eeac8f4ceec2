namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>A row of the virtual table <c>omen_nearest</c>. Its columns after the distance are arguments: they are compared with, never read.</summary>
internal sealed class NearestRow
{
    public const string View = "omen_nearest";

    public long Label { get; set; }

    public double Distance { get; set; }

    public required string Name { get; set; }

    public required byte[] Query { get; set; }

    public int K { get; set; }

    public required byte[] Rows { get; set; }

    /// <summary>Stop after so many rows that the transaction sees. Optional.</summary>
    public int Most { get; set; }

    /// <summary>Stop a little behind this distance. Optional.</summary>
    public double Within { get; set; }
}
