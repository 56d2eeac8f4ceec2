using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Storage;

// Invariant: every node number given to a method is below the store's capacity, and rows are as long as the encoder says.

/// <summary>Padded rows of floats, as the encoder writes them.</summary>
internal sealed unsafe class FloatRows(RowEncoder encoder) : VectorRows(encoder.RowLength * sizeof(float))
{
    private readonly int _length = encoder.RowLength;

    /// <inheritdoc/>
    public override void Encode(ReadOnlySpan<float> vector, int node) => encoder.EncodeRow(vector, Memory.Span<float>(node));

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Read(int node, Span<float> buffer) => Row(node);

    /// <inheritdoc/>
    public override void Raise(int node, double by)
    {
        var row = Row(node);
        row[encoder.Dimensions] = encoder.Augmentation(row);
    }

    /// <inheritdoc/>
    public override CompactQuery? NewQuery() => null;

    /// <inheritdoc/>
    public override RowScore OfQuery(float* query, CompactQuery? memory) => new(this, query, encoder.IsAugmented);

    /// <inheritdoc/>
    public override RowScore OfNode(int node, CompactQuery? memory)
    {
        Checks?.Check(node);
        return new RowScore(this, (float*)Memory.Row(node), isProduct: false);
    }

    /// <inheritdoc/>
    public override float NearlyZero(int node) => 0;

    /// <inheritdoc/>
    public override bool IsFinite(int node) => TensorPrimitives.IsFiniteAll<float>(Memory.Span<float>(node));

    /// <summary>The score of a stored row against another.</summary>
    /// <typeparam name="TDistance">The kernel.</typeparam>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score<TDistance>(float* from, int node)
        where TDistance : struct, IDistance
    {
        Checks?.Check(node);
        return Kernel<TDistance>.Compute(from, (float*)Memory.Row(node), _length);
    }

    /// <summary>The scores of stored rows against another.</summary>
    /// <typeparam name="TDistance">The kernel.</typeparam>
    public void Score<TDistance>(float* from, ReadOnlySpan<int> nodes, Span<ulong> candidates)
        where TDistance : struct, IDistance
    {
        if (Checks is { } checks)
        {
            foreach (var node in nodes)
                checks.Check(node);
        }

        var table = Memory.Table;
        var length = _length;
        var i = 0;
        for (; Kernel<TDistance>.HasFour && i <= nodes.Length - 4; i += 4)
        {
            var (a, b, c, d) = (nodes[i], nodes[i + 1], nodes[i + 2], nodes[i + 3]);
            var scores = Kernel<TDistance>.Four(from, (float*)table.Row(a), (float*)table.Row(b), (float*)table.Row(c), (float*)table.Row(d), length);
            candidates[i] = Candidate.Pack(scores[0], a);
            candidates[i + 1] = Candidate.Pack(scores[1], b);
            candidates[i + 2] = Candidate.Pack(scores[2], c);
            candidates[i + 3] = Candidate.Pack(scores[3], d);
        }

        for (; i < nodes.Length; i++)
            candidates[i] = Candidate.Pack(Kernel<TDistance>.Compute(from, (float*)table.Row(nodes[i]), length), nodes[i]);
    }

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> Identity(int node) => MemoryMarshal.AsBytes(Row(node));

    private Span<float> Row(int node)
    {
        Checks?.Check(node);
        return Memory.Span<float>(node);
    }
}
