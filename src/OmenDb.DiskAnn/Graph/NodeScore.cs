using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Quantization;

namespace OmenDb.DiskAnn.Graph;

/// <summary>What walks compare nodes by: their codes, or their rows where codes are no use. Asked once for a hop's worth of nodes.</summary>
internal readonly struct NodeScore : IScore
{
    private readonly CodeScore _code;
    private readonly RowScore _row;
    private readonly bool _isCode;

    public NodeScore(CodeScore code) => (_code, _isCode) = (code, true);

    public NodeScore(RowScore row) => _row = row;

    /// <summary>Whether nodes are compared by their codes.</summary>
    public bool IsCode => _isCode;

    /// <summary>The score by codes.</summary>
    public CodeScore Code => _code;

    /// <summary>What a candidate's squared distance is at least, by its code.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="deviations">How many deviations of what rounding changes are allowed for.</param>
    public float LowerBound(ulong candidate, float deviations) => _code.LowerBound(candidate, deviations);

    /// <inheritdoc cref="CodeScore.Rounding"/>
    public float Rounding(float squaredNorm, float deviations) => _code.Rounding(squaredNorm, deviations);

    /// <summary>Scores nodes by what their squared distances are at least; rows say what they are.</summary>
    /// <param name="deviations">How many deviations of what rounding changes are allowed for.</param>
    public NodeScore Bounds(float deviations) => _isCode ? new(_code.Bounds(deviations)) : this;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score(int node) => _isCode ? _code.Score(node) : _row.Score(node);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Score(ReadOnlySpan<int> nodes, Span<ulong> candidates)
    {
        if (_isCode)
            _code.Score(nodes, candidates);
        else
            _row.Score(nodes, candidates);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(ReadOnlySpan<int> nodes)
    {
        if (_isCode)
            _code.Prefetch(nodes);
        else
            _row.Prefetch(nodes);
    }
}
