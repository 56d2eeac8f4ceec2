using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

// Invariant: scores address memory of this object, which lives as long as they are used; buffers are as long as a padded row.

/// <summary>A query in each form that nodes are compared with: its row, and its code where there are codes. For one thread at a time.</summary>
internal sealed unsafe class EncodedQuery
{
    /// <summary>How many deviations of what rounding changes are allowed for where no near node may be passed over.</summary>
    public const float ScanDeviations = 4;

    private readonly VectorGraph _graph;
    private readonly QueryBuffer<float> _row;
    private readonly float[] _scaled;
    private QueryBuffer<float>? _other;
    private CompactQuery? _rounded;
    private RowScore _exact;
    private NodeScore _score;
    private QueryBuffer<sbyte> _code = new(0);
    private float[] _projected = [];
    private int _codeLength;
    private double _scale;
    private float _constantNorms;

    /// <summary>Makes room for a query.</summary>
    /// <param name="graph">The graph whose nodes it will be compared with.</param>
    public EncodedQuery(VectorGraph graph)
    {
        _graph = graph;
        _row = new QueryBuffer<float>(graph.Encoder.RowLength);
        _scaled = graph.Encoder.IsAugmented ? new float[graph.Encoder.RowLength] : [];
    }

    /// <summary>Scores by rows.</summary>
    public ref readonly RowScore Exact => ref _exact;

    /// <summary>Scores by codes, where there are any, since <see cref="Project"/>.</summary>
    public ref readonly NodeScore Score => ref _score;

    /// <summary>Takes another query.</summary>
    /// <param name="query">The query, checked.</param>
    public void Encode(ReadOnlySpan<float> query)
    {
        _graph.Encoder.EncodeQuery(query, _row.Span);
        var rows = _graph.Rows;
        _rounded ??= rows.NewQuery();
        _exact = rows.OfQuery(_row.Pointer, _rounded);
    }

    /// <summary>Makes its code, which costs as much as many scores do.</summary>
    public void Project()
    {
        if (_graph.Codes is not { } codes)
        {
            _score = new NodeScore(_exact);
            return;
        }

        if (_codeLength != codes.QueryBytes)
        {
            _codeLength = codes.QueryBytes;
            _code = new QueryBuffer<sbyte>(_codeLength);
        }

        if (_projected.Length != codes.Projection.Dimensions)
            _projected = new float[codes.Projection.Dimensions];
        codes.Projection.Project(_graph.Encoder.IsAugmented ? Scaled() : _row.Span, _projected);
        _score = new NodeScore(codes.OfQuery(_projected, _code));
    }

    /// <summary>Lets go of the rows and codes that scores refer to.</summary>
    public void Clear() => (_exact, _score) = (default, default);

    /// <summary>The score of a vector that is no node, as its row would have it.</summary>
    /// <param name="vector">The vector, checked.</param>
    public float ScoreOf(ReadOnlySpan<float> vector)
    {
        var encoder = _graph.Encoder;
        _other ??= new QueryBuffer<float>(encoder.RowLength);
        encoder.EncodeQuery(vector, _other.Span); // a row's added element counts for nothing: the query's is zero
        return encoder.IsAugmented
            ? Kernel<NegativeDot>.Compute(_row.Pointer, _other.Pointer, encoder.RowLength)
            : Kernel<SquaredEuclidean>.Compute(_row.Pointer, _other.Pointer, encoder.RowLength);
    }

    /// <summary>Whether a node is further than another, as far as its score tells: a projection shortens distances and never lengthens them.</summary>
    /// <param name="candidate">The node and its score by <see cref="Score"/>.</param>
    /// <param name="ranked">The other and its score by <see cref="Exact"/>.</param>
    /// <param name="deviations">How many deviations of what rounding changes are allowed for.</param>
    public bool IsFurther(ulong candidate, ulong ranked, float deviations) => _score.IsCode
        ? _score.LowerBound(candidate, deviations) > SquaredDistance(ranked)
        : Candidate.Score(candidate) > Candidate.Score(ranked);

    /// <summary>How far a node is, whatever the query's length: its squared distance, and by inner product what it lacks of a product with a query of length one.</summary>
    /// <param name="candidate">The node and its score by <see cref="Score"/>.</param>
    public float Reach(ulong candidate)
    {
        var score = Candidate.Score(candidate);
        if (!_graph.Encoder.IsAugmented)
            return score;
        return Reach(_score.IsCode ? (float)((score - _constantNorms) / (2 * _scale)) : score, RowEncoder.SquaredNorm(_row.Span));
    }

    /// <summary>How far a node is by its row.</summary>
    /// <param name="score">The node's score by its row.</param>
    /// <param name="squaredNorm">The query's squared norm by inner product, else null.</param>
    public static float Reach(float score, double? squaredNorm) => squaredNorm is { } squared ? (float)(score / Math.Sqrt(squared)) : score;

    /// <summary>A candidate above this is further than a node that was ranked: what is quickly asked of many, before <see cref="IsFurther"/>.</summary>
    /// <param name="ranked">The node and its score by <see cref="Exact"/>.</param>
    /// <param name="largestNorm">The squared norm that none of the candidates' projected rows exceeds.</param>
    /// <param name="deviations">How many deviations of what rounding changes are allowed for.</param>
    public ulong Bound(ulong ranked, float largestNorm, float deviations) => Candidate.Pack(
        _score.IsCode ? SquaredDistance(ranked) + _score.Rounding(largestNorm, deviations) : Candidate.Score(ranked), int.MaxValue);

    // All augmented rows have the same norm, which turns a product into a distance.
    private float SquaredDistance(ulong ranked) =>
        _graph.Encoder.IsAugmented ? (float)(_constantNorms + (2 * _scale * Candidate.Score(ranked))) : Candidate.Score(ranked);

    // Products have the same order whatever the query's length, but beside rows that are far longer nothing is left of a query in its code: it gets the length of the rows.
    private float[] Scaled()
    {
        var squaredRadius = Math.Min(_graph.Encoder.SquaredRadius, RowEncoder.LongestNorm * RowEncoder.LongestNorm);
        var squaredNorm = RowEncoder.SquaredNorm(_row.Span);
        _scale = squaredRadius > 0 && squaredNorm > 0 ? Math.Sqrt(squaredRadius / squaredNorm) : 1;
        RowEncoder.Scale(_row.Span, _scale, _scaled);
        _constantNorms = (float)(squaredRadius + (_scale * _scale * squaredNorm));
        return _scaled;
    }
}
