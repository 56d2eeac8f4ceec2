using System.Runtime.CompilerServices;
using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Storage;

// Invariant: the query pointer addresses a whole row that outlives the score (a pinned buffer or a stored row).

/// <summary>Scores nodes by their exact vectors.</summary>
/// <typeparam name="TDistance">The kernel.</typeparam>
internal readonly unsafe struct RowScore<TDistance>(VectorRows rows, float* query) : IScore
    where TDistance : struct, IDistance
{
    private readonly float* _query = query;

    /// <summary>Scores against a stored row.</summary>
    public static RowScore<TDistance> OfNode(VectorRows rows, int node) => new(rows, (float*)rows.Memory.Row(node));

    /// <summary>Scores against an encoded query.</summary>
    public static RowScore<TDistance> OfQuery(VectorRows rows, QueryBuffer query) => new(rows, query.Pointer);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score(int node) => rows.Score<TDistance>(_query, node);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int node) => rows.Prefetch(node);
}
