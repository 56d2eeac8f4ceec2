namespace OmenDb.DiskAnn.Storage;

/// <summary>A query, or a row, as <see cref="CompactRows"/> compares it with others: its rounded elements and what turns products of them into a score.</summary>
/// <param name="length">Bytes in a row before its terms.</param>
internal sealed class CompactQuery(int length)
{
    /// <summary>The rounded elements, zeros behind them.</summary>
    public QueryBuffer<sbyte> Bytes { get; } = new(length);

    /// <summary>What a rounded element counts.</summary>
    public float Step { get; set; }

    /// <summary>The squared norm of what was rounded.</summary>
    public float Squares { get; set; }

    /// <summary>How many times the rounded products are subtracted: twice for a squared distance, once for a product.</summary>
    public int Times { get; set; }

    /// <summary>What a score begins with.</summary>
    public float Start { get; set; }

    /// <summary>What products with bytes are too large by, because those are not negative.</summary>
    public int Excess { get; set; }

    /// <summary>The element that makes all norms equal, where it counts; else NaN.</summary>
    public float Added { get; set; }
}
