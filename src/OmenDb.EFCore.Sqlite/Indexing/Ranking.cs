using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Ranks what a compact graph finds by the vectors in the database, as the searching connection sees them.</summary>
/// <param name="rows">The rows.</param>
/// <param name="query">The query.</param>
internal sealed class Ranking(VisibleRows rows, float[] query)
{
    // Of 100,000 texts, and of 60,000 digits, 10.5 are ranked on average before ten are known to be the nearest, 13 in one search of a hundred.
    private const int SpareRows = 2;
    private const int SpareShare = 8;

    // Fewer than 512 rows are kept as they are, without an error; but the engine adds up in another order than ExactDistance does.
    private const float AddingUp = 1e-5f;

    /// <summary>The smallest distance that an answer of the graph may turn out to have.</summary>
    public static float Smallest(Neighbor found) => found.Distance - found.Error - (AddingUp * Math.Max(1, Math.Abs(found.Distance)));

    /// <summary>How many answers of the graph to ask for: those that are wanted, and as many as may have to be ranked before it is known which they are.</summary>
    public static int WithSpare(int wanted) => (int)Math.Min((long)wanted + SpareRows + (wanted / SpareShare), int.MaxValue);

    /// <summary>The exact distance of a row, if the connection sees it.</summary>
    public bool TryMeasure(long label, out float distance) => rows.TryMeasure(label, query, out distance);
}
