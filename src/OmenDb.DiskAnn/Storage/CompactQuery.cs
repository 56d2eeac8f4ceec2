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
    public double SquaredNorm { get; set; }

    /// <summary>The same as a float, for squared distances.</summary>
    public float Squares { get; set; }

    /// <summary>How many times the rounded product is subtracted: 2 where the score is a squared distance, 1 where it is a negative product.</summary>
    public int Times { get; set; }

    /// <summary>What a score begins with.</summary>
    public float Start { get; set; }

    /// <summary>By how much products with bytes are too large, because bytes stand for 128 less.</summary>
    public int Excess { get; set; }

    /// <summary>The element that makes all norms equal, where it counts; else NaN.</summary>
    public float Added { get; set; }
}
