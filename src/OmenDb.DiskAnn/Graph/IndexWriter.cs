using System.Runtime.ExceptionServices;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>Checks what is to be added and adds it sub-batch by sub-batch. Callers take turns.</summary>
internal sealed class IndexWriter
{
    // The square of the common radius grows by this factor at least: if it grew just to each new longest vector, ever longer ones would change all rows each time.
    private const double RadiusGrowth = 1.1;

    private readonly VectorGraph _graph;
    private readonly GraphBuilder _builder;
    private readonly CodeLearning _learning;
    private readonly Maintenance _maintenance;

    public IndexWriter(VectorGraph graph)
    {
        _graph = graph;
        var workers = new Workers(graph.Options.Threads);
        _learning = new CodeLearning(graph, workers);
        _builder = new GraphBuilder(graph, workers);
        _maintenance = new Maintenance(graph, workers);
    }

    /// <summary>Adds a batch; see <see cref="VamanaIndex.AddBatch"/>.</summary>
    public void Add(ReadOnlySpan<long> labels, ReadOnlySpan<float> vectors, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        Validate(labels, vectors);
        cancellationToken.ThrowIfCancellationRequested(); // before anything is learned from vectors that do not come
        RaiseRadius(vectors);
        _learning.BeforeAdding(vectors);
        var dimensions = _graph.Encoder.Dimensions;
        ExceptionDispatchInfo? stopped = null;
        for (var done = 0; done < labels.Length && stopped is null;)
        {
            var count = Math.Min(_builder.NextBatch, labels.Length - done);
            _builder.Add(labels.Slice(done, count), vectors.Slice(done * dimensions, count * dimensions));
            done += count;
            _maintenance.AfterSubBatch();
            stopped = Report(done, labels.Length, progress, cancellationToken);
        }

        // What came of a batch that was stopped will be searched, so it is finished like a whole one.
        if (stopped is not null)
            _graph.CodesLearnedAt = Math.Min(_graph.CodesLearnedAt, _graph.NodeCount);
        _maintenance.AfterBatch();
        stopped?.Throw();
    }

    /// <summary>Chooses search lists for another recall; see <see cref="VamanaIndex.Calibrate"/>.</summary>
    public void Calibrate(double targetRecall)
    {
        _maintenance.Calibrate(targetRecall, Calibrated.Unknown);
        _graph.Options = _graph.Options with { TargetRecall = targetRecall }; // what statistics say was reached
    }

    // Catches whatever the caller throws or cancels here: the batch is finished first.
    private static ExceptionDispatchInfo? Report(int done, int of, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        try
        {
            progress?.Report(done);
            if (done < of)
                cancellationToken.ThrowIfCancellationRequested();
            return null;
        }
        catch (Exception reason)
        {
            return ExceptionDispatchInfo.Capture(reason);
        }
    }

    private void Validate(ReadOnlySpan<long> labels, ReadOnlySpan<float> vectors)
    {
        var dimensions = _graph.Encoder.Dimensions;
        if (vectors.Length != (long)labels.Length * dimensions)
        {
            throw new ArgumentException(
                $"{labels.Length} labels need {(long)labels.Length * dimensions} elements of {dimensions}-dimensional vectors, not {vectors.Length}.",
                nameof(vectors));
        }

        for (var i = 0; i < labels.Length; i++)
        {
            if (_graph.Entries.FindLive(labels[i]) >= 0)
                throw new ArgumentException($"The label {labels[i]} is in the index already.", nameof(labels));
            _graph.Encoder.Validate(vectors.Slice(i * dimensions, dimensions), nameof(vectors), i);
        }

        RefuseRepeated(labels);
        if (_graph.Entries.Count > EntryTable.Most - labels.Length)
            throw new InvalidOperationException($"An index holds {EntryTable.Most:N0} vectors at most, those removed since it was built among them.");
    }

    private static void RefuseRepeated(ReadOnlySpan<long> labels)
    {
        if (FirstDescent(labels) < 0)
            return;
        var sorted = labels.ToArray();
        sorted.AsSpan().Sort();
        var repeated = FirstDescent(sorted);
        if (repeated >= 0)
            throw new ArgumentException($"The label {sorted[repeated]} is repeated in the batch.", nameof(labels));
    }

    private static int FirstDescent(ReadOnlySpan<long> labels)
    {
        for (var i = 1; i < labels.Length; i++)
        {
            if (labels[i] <= labels[i - 1])
                return i;
        }

        return -1;
    }

    // A longer vector than all before needs a larger common radius, and so a new added element in every row.
    private void RaiseRadius(ReadOnlySpan<float> vectors)
    {
        var encoder = _graph.Encoder;
        if (!encoder.IsAugmented)
            return;
        double largest = 0;
        for (var i = 0; i < vectors.Length; i += encoder.Dimensions)
            largest = Math.Max(largest, Distance.RowEncoder.SquaredNorm(vectors.Slice(i, encoder.Dimensions)));
        if (largest <= encoder.SquaredRadius)
            return;
        largest = Math.Max(largest, RadiusGrowth * encoder.SquaredRadius);
        _graph.Rows.Checks?.CheckAll(); // all rows are raised or none
        var by = largest - encoder.SquaredRadius;
        encoder.SquaredRadius = largest;
        _graph.Reached?.Invoke(GraphStep.RadiusRaised);
        for (var node = 0; node < _graph.NodeCount; node++)
            _graph.Rows.Raise(node, by);
        _graph.Rows.Memory.AllChanged();
        _learning.AfterRaising(vectors);
    }
}
