using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

// Invariant: the pointer addresses a padded row that outlives the score; rows are compact ones where there is a compact query, else floats.

/// <summary>Scores nodes by their rows.</summary>
internal readonly unsafe struct RowScore : IScore
{
    private readonly VectorRows _rows;
    private readonly CompactQuery? _compact;
    private readonly float* _from;
    private readonly bool _isProduct;

    /// <param name="rows">The rows.</param>
    /// <param name="from">The row that distances are taken from.</param>
    /// <param name="isProduct">Whether it is scored by its product with others: a query, where rows are augmented.</param>
    public RowScore(FloatRows rows, float* from, bool isProduct)
    {
        _rows = rows;
        _from = from;
        _isProduct = isProduct;
    }

    /// <param name="rows">The rows.</param>
    /// <param name="from">What distances are taken from.</param>
    public RowScore(CompactRows rows, CompactQuery from) => (_rows, _compact) = (rows, from);

    public float Score(int node)
    {
        if (_compact is { } compact)
            return Unsafe.As<CompactRows>(_rows).Score(compact, node);
        var rows = Unsafe.As<FloatRows>(_rows);
        return _isProduct ? rows.Score<NegativeDot>(_from, node) : rows.Score<SquaredEuclidean>(_from, node);
    }

    /// <summary>Whether rows are rounded, so that scores have an error.</summary>
    public bool IsRounded => _compact is not null;

    /// <summary>By how much a node's score may be too large.</summary>
    public float Error(int node) => _compact is { } compact ? Unsafe.As<CompactRows>(_rows).Error(compact, node) : 0;

    /// <summary>Asks the processor to load a row.</summary>
    public void Prefetch(int node) => _rows.Prefetch(node);

    /// <inheritdoc cref="VectorRows.PrefetchStart"/>
    public void PrefetchStart(int node) => _rows.PrefetchStart(node);

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> nodes, Span<ulong> candidates)
    {
        if (_compact is { } compact)
        {
            Unsafe.As<CompactRows>(_rows).Score(compact, nodes, candidates);
            return;
        }

        var rows = Unsafe.As<FloatRows>(_rows);
        if (_isProduct)
            rows.Score<NegativeDot>(_from, nodes, candidates);
        else
            rows.Score<SquaredEuclidean>(_from, nodes, candidates);
    }

    /// <inheritdoc/>
    public void Prefetch(ReadOnlySpan<int> nodes)
    {
        foreach (var node in nodes)
            _rows.Prefetch(node);
    }
}
