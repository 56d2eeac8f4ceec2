namespace OmenDb.DiskAnn;

/// <summary>A Vamana graph over vectors, each known by a label. Safe to call from any thread.</summary>
public sealed class VamanaIndex : IDisposable
{
    /// <summary>Live vectors.</summary>
    public long Count => throw new NotSupportedException();

    /// <summary>Elements per vector.</summary>
    public int Dimensions => throw new NotSupportedException();

    /// <summary>The distance that vectors are compared by.</summary>
    public DistanceMetric Metric => throw new NotSupportedException();

    /// <summary>Makes an empty index in memory.</summary>
    public static VamanaIndex Create(VamanaOptions options) => throw new NotSupportedException();

    /// <summary>Maps a snapshot copy-on-write.</summary>
    public static VamanaIndex Open(string path) => throw new NotSupportedException();

    /// <summary>Adds one vector.</summary>
    public void Add(long label, ReadOnlySpan<float> vector) => throw new NotSupportedException();

    /// <summary>Adds a batch.</summary>
    public void AddBatch(ReadOnlySpan<long> labels, ReadOnlySpan<float> vectors, IProgress<long>? progress = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    /// <summary>Removes a vector.</summary>
    public bool Remove(long label) => throw new NotSupportedException();

    /// <summary>Whether a live vector has this label.</summary>
    public bool Contains(long label) => throw new NotSupportedException();

    /// <summary>Searches.</summary>
    public int Search(ReadOnlySpan<float> query, Span<Neighbor> results, SearchOptions options = default) => throw new NotSupportedException();

    /// <summary>Streams.</summary>
    public NeighborStream Stream(ReadOnlySpan<float> query, SearchOptions options = default) => throw new NotSupportedException();

    /// <summary>Saves.</summary>
    public void Save(string path) => throw new NotSupportedException();

    /// <summary>Statistics.</summary>
    public IndexStatistics GetStatistics() => throw new NotSupportedException();

    /// <summary>Frees the memory or the mapping.</summary>
    public void Dispose() => throw new NotSupportedException();
}
