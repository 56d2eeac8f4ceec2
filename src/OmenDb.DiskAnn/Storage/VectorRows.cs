using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Storage;

// Invariant: every node number given to a method is below the store's capacity.

/// <summary>The vectors of the nodes, one row each: as floats, or rounded to bytes.</summary>
/// <param name="rowBytes">Bytes of a row.</param>
internal abstract unsafe class VectorRows(int rowBytes)
{
    // A page: by then the processor's own prefetcher follows a row that is longer (measured: -- recall).
    private const int MaxPrefetchedLines = 64;

    // Of rows that are read one after the other. More than these cost time where rows are in the caches, and save none where they are not: the processor's prefetcher follows (measured: -- filtered).
    private const int StartLines = 4;
    private const int LineBytes = 64;

    private readonly int _lines = Math.Min((rowBytes + LineBytes - 1) / LineBytes, MaxPrefetchedLines);

    /// <summary>The memory.</summary>
    public SegmentedRows Memory { get; } = new(rowBytes);

    /// <summary>What rows from a file are checked against before they are used; null where none come from one.</summary>
    public RowChecks? Checks { get; set; }

    /// <summary>Writes the row of a vector. For one thread at a time.</summary>
    public abstract void Encode(ReadOnlySpan<float> vector, int node);

    /// <summary>A row as the encoder wrote it, or nearly.</summary>
    /// <param name="node">The node.</param>
    /// <param name="buffer">Room for a padded row, used where there is none in memory.</param>
    public abstract ReadOnlySpan<float> Read(int node, Span<float> buffer);

    /// <summary>Writes the element that fills a row's norm up to the common radius anew, after that has grown.</summary>
    /// <param name="node">The node.</param>
    /// <param name="by">How much its square has grown by.</param>
    public abstract void Raise(int node, double by);

    /// <summary>Memory for a score of rounded rows; null where scores need none.</summary>
    public abstract CompactQuery? NewQuery();

    /// <summary>The score of distances from an encoded query.</summary>
    /// <param name="query">A padded row that outlives the score.</param>
    /// <param name="memory">From <see cref="NewQuery"/>; used by one score at a time.</param>
    public abstract RowScore OfQuery(float* query, CompactQuery? memory);

    /// <summary>The score of distances from a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="memory">From <see cref="NewQuery"/>; used by one score at a time.</param>
    public abstract RowScore OfNode(int node, CompactQuery? memory);

    /// <summary>Whether two rows stand for equal vectors.</summary>
    public bool AreEqual(int a, int b) => Identity(a).SequenceEqual(Identity(b));

    /// <summary>Equal for rows that stand for equal vectors.</summary>
    public ulong Hash(int node) => Checksum.Compute(Identity(node));

    /// <summary>Squared distances up to which rows may stand for equal vectors.</summary>
    public abstract float NearlyZero(int node);

    /// <summary>Whether a row holds numbers only.</summary>
    public abstract bool IsFinite(int node);

    /// <summary>Writes one row over another.</summary>
    public void Copy(int from, int to) => Memory.Span<byte>(from).CopyTo(Memory.Span<byte>(to));

    /// <summary>Asks the system for rows that will be used in order, where they lie in a file.</summary>
    public void Soon(int first, int count)
    {
        if (Checks is not null)
            Memory.Soon(first, count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int node)
    {
        Checks?.Soon(node);
        Memory.Prefetch(node, _lines);
    }

    /// <summary>Asks the processor for the start of a row: one of many that are read in a row, or one that may not be read at all.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void PrefetchStart(int node)
    {
        Checks?.Soon(node);
        Memory.Prefetch(node, Math.Min(_lines, StartLines));
    }

    /// <summary>The bytes that are the same in rows of equal vectors; and of others only where rounding leaves no difference.</summary>
    protected abstract ReadOnlySpan<byte> Identity(int node);
}
