using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn;

/// <summary>
/// A Vamana graph over vectors, each known by a label ("DiskANN: Fast Accurate Billion-point Nearest Neighbor Search on a Single Node",
/// Subramanya et al., NeurIPS 2019). Every member may be called from any thread: writers take turns, and searches run meanwhile without a lock.
/// </summary>
/// <example><code>
/// using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 384 });
/// index.AddBatch(labels, vectors); // 384 elements for each label, one vector after the other
/// var nearest = new Neighbor[10];
/// var found = index.Search(query, nearest);
/// index.Save("articles.vamana");
/// </code></example>
public sealed class VamanaIndex : IDisposable
{
    // Neighbours that a stream is prepared for unless its reader says otherwise.
    private const int UsuallyExpected = 10;

    private readonly Lock _writing = new();
    private readonly VectorGraph _graph;
    private readonly Lifetime _lifetime;
    private readonly IndexWriter _writer;
    private readonly NeighborStream?[] _idle = new NeighborStream?[Math.Max(16, Environment.ProcessorCount * 4)];
    private Thread? _readAhead;

    private VamanaIndex(VectorGraph graph)
    {
        _graph = graph;
        _lifetime = new Lifetime(graph);
        _writer = new IndexWriter(graph);
    }

    /// <summary>Live vectors.</summary>
    public long Count => _graph.LiveCount;

    /// <summary>Elements per vector.</summary>
    public int Dimensions => _graph.Encoder.Dimensions;

    /// <summary>The distance that vectors are compared by.</summary>
    public DistanceMetric Metric => _graph.Encoder.Metric;

    /// <summary>What is kept of each vector.</summary>
    public IndexStorage Storage => _graph.Options.Storage;

    /// <summary>What <see cref="Save(string, Guid)"/> was given for the snapshot that this index was opened from; empty for any other index.</summary>
    public Guid Stamp => _graph.Stamp;

    /// <summary>Makes an empty index in memory.</summary>
    /// <param name="options">What the index is made for.</param>
    /// <returns>The index; dispose it to free its memory.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="options"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public static VamanaIndex Create(VamanaOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return new VamanaIndex(new VectorGraph(options.Resolve()));
    }

    /// <summary>
    /// Opens a snapshot that <see cref="Save(string, Guid)"/> wrote. The file is mapped: it is never changed, and must not be changed or
    /// truncated by others while the index is open. Vectors, and the edges and codes of a large graph, are checked before they are first used; all else is now.
    /// </summary>
    /// <param name="path">The snapshot file.</param>
    /// <returns>The index; dispose it to let go of the file.</returns>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="SnapshotFormatException">The file is truncated, corrupt, foreign, or of a later format version.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static VamanaIndex Open(string path) => Open(path, FileSystem.Default);

    /// <summary>Adds one vector.</summary>
    /// <param name="label">Its label, not yet in the index.</param>
    /// <param name="vector">Its <see cref="Dimensions"/> elements.</param>
    /// <exception cref="ArgumentException">The label is taken, or the vector has the wrong length, an element that is NaN or infinite, no direction under cosine, or under another metric a norm above 1e18.</exception>
    /// <exception cref="InvalidOperationException">Called by the progress of a batch that is being added.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public void Add(long label, ReadOnlySpan<float> vector) => AddBatch([label], vector);

    /// <summary>
    /// Adds vectors, in parallel inside; much faster than one by one. Either all arguments are valid or nothing is changed. Vectors become
    /// visible to searches in the order given, some at a time.
    /// </summary>
    /// <param name="labels">A label for each vector, none of them in the index yet.</param>
    /// <param name="vectors">The vectors, one after the other: <c>labels.Length * Dimensions</c> elements.</param>
    /// <param name="progress">Told how many vectors of the batch are in the index. It may search the index, not change or save it.</param>
    /// <param name="cancellationToken">
    /// Stops between vectors. Those that are in the index stay, always the first ones of the batch, and are prepared for searches like a whole batch
    /// before this returns; so are they where <paramref name="progress"/> throws.
    /// </param>
    /// <exception cref="ArgumentException">A label is taken or repeated, or a vector cannot be added (see <see cref="Add"/>).</exception>
    /// <exception cref="InvalidOperationException">
    /// An index holds 600 million vectors at most, those removed since it was built among them. Or this was called by the progress of another batch.
    /// </exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <exception cref="SnapshotFormatException">The snapshot file is damaged. Some of the batch may be in the index, where not every search finds it: build it anew.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public void AddBatch(ReadOnlySpan<long> labels, ReadOnlySpan<float> vectors, IProgress<long>? progress = null, CancellationToken cancellationToken = default)
    {
        using var turn = new Turn(this);
        _writer.Add(labels, vectors, progress, cancellationToken);
    }

    /// <summary>Removes a vector: it is not returned any more. Its memory is kept, and its label may be added again.</summary>
    /// <param name="label">Its label.</param>
    /// <returns>Whether there was one.</returns>
    /// <exception cref="InvalidOperationException">Called by the progress of a batch that is being added.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public bool Remove(long label)
    {
        using var turn = new Turn(this);
        return _graph.Entries.Remove(label);
    }

    /// <summary>
    /// Asks another recall of the index: measures again and chooses the shortest search lists that reach it. The graph stays as it is. Reads what
    /// walks read of every vector, and those that may be near a sample; writers wait, searches go on with the lists from before.
    /// </summary>
    /// <param name="targetRecall">The recall@10, above 0 and at most 1. It holds for what is added later, and for snapshots saved later, too.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="targetRecall"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">Called by the progress of a batch that is being added.</exception>
    /// <exception cref="SnapshotFormatException">The snapshot file is damaged. The lists are as before.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public void Calibrate(double targetRecall)
    {
        VamanaOptions.CheckRecall(targetRecall, nameof(targetRecall));
        using var turn = new Turn(this);
        _writer.Calibrate(targetRecall);
    }

    /// <summary>Whether a live vector has this label.</summary>
    /// <param name="label">The label.</param>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public bool Contains(long label)
    {
        ObjectDisposedException.ThrowIf(_lifetime.IsClosed, this);
        return _graph.Entries.FindLive(label) >= 0;
    }

    /// <summary>The labels of all live vectors, in the order they were added.</summary>
    /// <returns>A new array; vectors added meanwhile may be missing.</returns>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public long[] GetLabels()
    {
        ObjectDisposedException.ThrowIf(_lifetime.IsClosed, this);
        var count = _graph.Entries.Count;
        var labels = new List<long>(count);
        for (var entry = 0; entry < count; entry++)
        {
            if (!_graph.Entries.IsRemoved(entry))
                labels.Add(_graph.Entries.Label(entry));
        }

        return [.. labels];
    }

    /// <summary>Finds the nearest vectors. Allocates nothing once the index is warm, unless it looks at more than half a million of them: memory for so many is not kept.</summary>
    /// <param name="query">The query: <see cref="Dimensions"/> elements.</param>
    /// <param name="results">
    /// Receives the neighbours, nearest first, those at one distance by label; its length is k. Which of those at the last one's distance are among the
    /// k is not said.
    /// </param>
    /// <param name="options">Choices of this search.</param>
    /// <returns>How many were found: k, or all allowed live vectors when there are fewer.</returns>
    /// <exception cref="ArgumentException">The query has the wrong length, an element that is NaN or infinite, no direction under cosine, or under another metric a norm above 1e18.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The search list size, or the number of neighbours expected, is negative.</exception>
    /// <exception cref="SnapshotFormatException">Something in the snapshot file that the search needs is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public int Search(ReadOnlySpan<float> query, Span<Neighbor> results, SearchOptions options = default)
    {
        using var stream = Open(query, options, results.Length, toRank: false);
        return stream.Read(results);
    }

    /// <summary>
    /// Opens a stream of neighbours, ever further away. The first ten cost what <see cref="Search"/> costs. The index's memory stays until the
    /// stream is disposed.
    /// </summary>
    /// <param name="query">The query: <see cref="Dimensions"/> elements.</param>
    /// <param name="options">Choices of this search.</param>
    /// <returns>The stream; it sees the vectors that are in the index now, but for those that are removed before their turn.</returns>
    /// <exception cref="ArgumentException">The query has the wrong length, an element that is NaN or infinite, no direction under cosine, or under another metric a norm above 1e18.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The search list size, or the number of neighbours expected, is negative.</exception>
    /// <exception cref="SnapshotFormatException">Something in the snapshot file that the stream begins with is damaged.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public NeighborStream Stream(ReadOnlySpan<float> query, SearchOptions options = default) =>
        Open(query, options, options.Expected > 0 ? options.Expected : UsuallyExpected, toRank: true);

    /// <summary>
    /// Writes a snapshot: under a temporary name in the same directory, flushed to the disk, then renamed. Writers wait; searches do not.
    /// </summary>
    /// <param name="path">The file, replaced when it exists.</param>
    /// <param name="stamp">Says which snapshot this is: found again in <see cref="Stamp"/>, so that a file under a wrong name can be told.</param>
    /// <exception cref="ArgumentException"><paramref name="path"/> is null or empty.</exception>
    /// <exception cref="SnapshotFormatException">The snapshot file that this index was opened from is damaged; a file of that name is as it was.</exception>
    /// <exception cref="IOException">
    /// The file cannot be written; a file of that name is as it was. Or it was written and has its name, and the folder cannot be flushed: a power failure
    /// may bring the earlier one back.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written; a file of that name is as it was.</exception>
    /// <exception cref="InvalidOperationException">Called by the progress of a batch that is being added.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public void Save(string path, Guid stamp = default) => Save(path, stamp, FileSystem.Default);

    internal static VamanaIndex Open(string path, FileSystem files)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var index = new VamanaIndex(SnapshotReader.Read(path, files));
        if (index._graph.IsUnchecked)
        {
            index._readAhead = new Thread(index.ReadAhead) { IsBackground = true, Name = "OmenDb reads ahead", Priority = ThreadPriority.BelowNormal };
            index._readAhead.Start();
        }

        return index;
    }

    // All searches need codes and edges, and would wait for the disk page by page.
    private void ReadAhead()
    {
        if (!_lifetime.TryEnter())
            return;
        try
        {
            _graph.ReadAhead(() =>
            {
                if (_lifetime.Users > 1)
                    Thread.Sleep(1); // the disk is theirs
                return _lifetime.IsClosed;
            });
        }
        catch (SnapshotFormatException)
        {
            // Damage is told to those who need what is damaged.
        }
        finally
        {
            _lifetime.Exit();
        }
    }

    internal void Save(string path, Guid stamp, FileSystem files)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using var turn = new Turn(this);
        SnapshotWriter.Write(_graph, path, stamp, files);
    }

    /// <summary>
    /// Checks whatever came from a snapshot and was not used yet: <see cref="Open(string)"/> leaves most of a large file until then.
    /// </summary>
    /// <exception cref="SnapshotFormatException">Something in the file is not what was written. Searches that meet it fail in the same way.</exception>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public void Verify()
    {
        _lifetime.Enter();
        try
        {
            _graph.CheckEdgesAndCodes();
            _graph.Rows.Checks?.CheckAll();
        }
        finally
        {
            _lifetime.Exit();
        }
    }

    /// <summary>What the index holds and how well it searches.</summary>
    /// <exception cref="ObjectDisposedException">The index was disposed.</exception>
    public IndexStatistics GetStatistics()
    {
        ObjectDisposedException.ThrowIf(_lifetime.IsClosed, this);
        return new IndexStatistics(
            _graph.LiveCount,
            _graph.Entries.RemovedCount,
            Dimensions,
            Metric,
            _graph.Edges.MaxDegree,
            _graph.Calibrated.Top10.SearchListSize,
            _graph.Options.TargetRecall,
            _graph.Calibrated.Top10.MeasuredRecall,
            _graph.Calibrated.Top1,
            _graph.Calibrated.Top100,
            _graph.Bytes,
            _graph.ResidentBytes);
    }

    /// <summary>
    /// Closes the index. What runs goes on; memory and mapping are freed with the last of it, streams included. Methods that are called later throw
    /// <see cref="ObjectDisposedException"/>; properties tell what they told before.
    /// </summary>
    public void Dispose()
    {
        _lifetime.Close();
        _readAhead?.Join(); // it stops at once; whoever deletes the file next could not, on Windows, while it is mapped
    }

    /// <summary>The recall@10 that search lists are calibrated for.</summary>
    internal double TargetRecall => _graph.Options.TargetRecall;

    internal VectorGraph Graph => _graph;

    /// <summary>Whether much of the index is in memory alone: a third of it, and more than so many bytes. Only the writer asks.</summary>
    internal bool IsHeavy(long least) => _graph.AllocatedBytes > Math.Max(least, _graph.Bytes / 3);

    internal void Return(NeighborStream stream)
    {
        _lifetime.Exit();
        foreach (ref var place in _idle.AsSpan())
        {
            if (place is null && Interlocked.CompareExchange(ref place, stream, null) is null)
                return;
        }
    }

    private NeighborStream Open(ReadOnlySpan<float> query, SearchOptions options, int expected, bool toRank)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(options.SearchListSize);
        ArgumentOutOfRangeException.ThrowIfNegative(options.Expected);
        if (query.Length != Dimensions)
            throw new ArgumentException($"The query has {query.Length} elements; the index holds vectors of {Dimensions}.", nameof(query));
        _graph.Encoder.Validate(query, nameof(query));
        _lifetime.Enter();
        var stream = Rent();
        try
        {
            stream.Begin(query, options.SearchListSize, expected, options.Allowed, toRank);
            return stream;
        }
        catch
        {
            stream.Dispose();
            throw;
        }
    }

    private NeighborStream Rent()
    {
        foreach (ref var place in _idle.AsSpan())
        {
            if (place is not null && Interlocked.Exchange(ref place, null) is { } idle)
                return idle;
        }

        return new NeighborStream(this, _graph, new NearestWalk(_graph));
    }

    // A writer's turn. One that is told of a batch's progress may not write: it would do so in the middle of that batch.
    private readonly ref struct Turn
    {
        private readonly VamanaIndex _index;

        public Turn(VamanaIndex index)
        {
            if (index._writing.IsHeldByCurrentThread)
                throw new InvalidOperationException("A batch is being added: whoever is told of its progress may search the index, not change or save it. Do so when AddBatch has returned.");
            index._lifetime.Enter();
            index._writing.Enter();
            _index = index;
        }

        public void Dispose()
        {
            _index._writing.Exit();
            _index._lifetime.Exit();
        }
    }
}
