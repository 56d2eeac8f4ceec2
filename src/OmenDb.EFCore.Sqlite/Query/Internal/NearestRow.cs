namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>A row of the virtual table <c>omen_nearest</c>. Its last four columns are arguments: they are compared with, never read.</summary>
internal sealed class NearestRow
{
    public const string View = "omen_nearest";

    public long Label { get; set; }

    public double Distance { get; set; }

    public required string Name { get; set; }

    public required byte[] Query { get; set; }

    public int K { get; set; }

    public required byte[] Rows { get; set; }
}
