using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Compares rows with a query one by one.</summary>
internal sealed class ExactScan
{
    private readonly VectorIndexDefinition _index;
    private readonly LabelFilter _filter;
    private readonly float[] _query;
    private List<(long Label, (float, long) Priority)>? _found;

    public ExactScan(VectorIndexDefinition index, ReadOnlySpan<float> query, LabelFilter filter)
    {
        _index = index;
        _filter = filter;
        _query = query.ToArray();
    }

    public void Add(long label, ReadOnlySpan<float> vector)
    {
        if (!_filter.Allows(label))
            return;
        var distance = ExactDistance.Compute(_index.Metric, _query, vector);
        (_found ??= []).Add((label, (distance, label)));
    }

    public void AddIfSound(long label, ReadOnlySpan<float> vector)
    {
        if (_index.Problem(vector) is null)
            Add(label, vector);
    }

    /// <summary>Nearest first, ties by label; <see langword="null"/> when there was nothing.</summary>
    public PriorityQueue<long, (float, long)>? ToQueue() => _found is null ? null : new PriorityQueue<long, (float, long)>(_found);
}
