using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: the query pointer addresses a query's code, with zeros for the terms, and outlives the score.

/// <summary>Scores nodes by their codes: squared distances in the projection.</summary>
internal readonly unsafe struct CodeScore(CodeRows codes, sbyte* query, float squares, float scale, float excess, float slack = 0) : IScore
{
    private readonly sbyte* _query = query;

    /// <summary>Four times what one step of the query's code stands for.</summary>
    public float Scale => scale;

    /// <summary>Whether nodes are scored by codes of this projection.</summary>
    public bool IsBy(Projection projection) => codes.Projection == projection;

    /// <summary>Copies the query's coordinates in the first dimensions, in steps.</summary>
    public void CopyQuery(Span<sbyte> coordinates) => codes.CopyQuery(_query, coordinates);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score(int node) => codes.Score(node, _query, squares, scale, excess, slack);

    /// <summary>Scores nodes by what their squared distances are at least.</summary>
    /// <param name="deviations">How many deviations of what rounding changes are allowed for.</param>
    public CodeScore Bounds(float deviations) => new(codes, _query, squares, scale, excess, Rounding(1, deviations));

    /// <summary>What a candidate's squared distance is at least: a projection shortens, and rounding is allowed for.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="deviations">How many deviations of what rounding changes.</param>
    public float LowerBound(ulong candidate, float deviations) =>
        Candidate.Score(candidate) - Rounding(codes.SquaredNorm(Candidate.Node(candidate)), deviations);

    /// <summary>What rounding changes a squared distance by.</summary>
    /// <param name="squaredNorm">The squared norm of the node's projected row.</param>
    /// <param name="deviations">How many deviations of it.</param>
    public float Rounding(float squaredNorm, float deviations) => deviations * codes.Rounding * MathF.Sqrt(squares * squaredNorm);

    /// <inheritdoc/>
    public void Score(ReadOnlySpan<int> nodes, Span<ulong> candidates) => codes.Score(nodes, _query, squares, scale, excess, slack, candidates);

    /// <inheritdoc/>
    public void Prefetch(ReadOnlySpan<int> nodes) => codes.Prefetch(nodes);
}
