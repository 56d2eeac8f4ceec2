using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: every node number given to a method is below the store's capacity; a row is whole 64-byte lines, and its last TermBytes are
// the terms, where every query buffer holds zeros.

/// <summary>
/// The code of each node: a byte for each dimension of the projection, 128 more than the coordinate, and behind them the two terms that
/// make one integer dot product a squared distance: the sum of the coordinates' squares, and their sum.
/// </summary>
internal sealed unsafe class CodeRows(Projection projection) : IDisposable
{
    /// <summary>Bytes of the terms.</summary>
    public const int TermBytes = 2 * sizeof(int);

    /// <summary>The largest code; the smallest is its negative.</summary>
    public const int Largest = 127;

    private const int LineBytes = 64;
    private const int LargestMatrix = 512 * 1024;

    /// <summary>Dimensions of a code at most: as many as a row has, as long as projecting a query is quick beside a walk.</summary>
    /// <param name="rowLength">Floats in a row.</param>
    public static int MostDimensions(int rowLength) =>
        Math.Min(rowLength, Math.Max(3 * LineBytes, LargestMatrix / rowLength) / LineBytes * LineBytes - TermBytes);

    /// <summary>How a row becomes a code.</summary>
    public Projection Projection { get; } = projection;

    /// <summary>The memory.</summary>
    public SegmentedRows Memory { get; } = new((projection.Dimensions + TermBytes + LineBytes - 1) / LineBytes * LineBytes);

    /// <summary>Writes the code of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="projected">Its row's coordinates.</param>
    public void Write(int node, ReadOnlySpan<float> projected)
    {
        var row = Memory.Row(node);
        new Span<byte>(row, Memory.RowBytes).Fill(ByteDot.Zero);
        var scale = 1 / Projection.Step;
        int squares = 0, sum = 0;
        for (var i = 0; i < projected.Length; i++)
        {
            var code = (int)MathF.Round(Math.Clamp(projected[i] * scale, -Largest, Largest));
            squares += code * code;
            sum += code;
            row[i] = (byte)(code + ByteDot.Zero);
        }

        var terms = (int*)(row + Memory.RowBytes - TermBytes);
        terms[0] = squares;
        terms[1] = sum;
    }

    /// <summary>Makes the score of distances from a projected query. Its own scale suits it even where no stored row has been.</summary>
    /// <param name="projected">The query's coordinates; used up.</param>
    /// <param name="buffer">Memory for its code; must outlive the score.</param>
    public CodeScore OfQuery(Span<float> projected, QueryBuffer<sbyte> buffer)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(projected));
        var step = Projection.Step;
        var own = largest > 0 ? largest / Largest : step;
        var squares = TensorPrimitives.SumOfSquares(projected) / (step * step);
        TensorPrimitives.Multiply(projected, 1 / own, projected);
        TensorPrimitives.Round<float>(projected, projected);
        var codes = buffer.Span;
        TensorPrimitives.ConvertSaturating<float, sbyte>(projected, codes);
        codes[projected.Length..].Clear();
        var scale = 2 * own / step;
        return new CodeScore(this, buffer.Pointer, squares + (scale * ByteDot.Excess * TensorPrimitives.Sum<float>(projected)), scale);
    }

    /// <summary>Makes the score of distances from a node.</summary>
    /// <param name="node">The node; its code is written.</param>
    /// <param name="buffer">Memory for its code: <see cref="SegmentedRows.RowBytes"/> bytes that outlive the score.</param>
    public CodeScore OfNode(int node, sbyte* buffer)
    {
        var row = Memory.Row(node);
        for (var i = 0; i < Memory.RowBytes; i++)
            buffer[i] = (sbyte)(row[i] ^ ByteDot.Zero);
        var terms = (int*)(row + Memory.RowBytes - TermBytes);
        *(long*)(buffer + Memory.RowBytes - TermBytes) = 0;
        return new CodeScore(this, buffer, terms[0] + (2f * ByteDot.Excess * terms[1]), 2f);
    }

    /// <summary>Whether two nodes have the same code.</summary>
    public bool AreEqual(int a, int b) => Memory.Span<byte>(a).SequenceEqual(Memory.Span<byte>(b));

    /// <summary>The squared distance, in steps, of a stored code from a query's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score(int node, sbyte* query, float constant, float scale)
    {
        var row = Memory.Row(node);
        var squares = *(int*)(row + Memory.RowBytes - TermBytes);
        return constant + squares - (scale * ByteDot.Compute(row, query, Memory.RowBytes));
    }

    /// <summary>The squared distances, in steps, of stored codes from a query's.</summary>
    public void Score(ReadOnlySpan<int> nodes, sbyte* query, float constant, float scale, Span<ulong> candidates)
    {
        var table = Memory.Table;
        var length = Memory.RowBytes;
        var i = ByteDot.HasFour ? ScoreFours(nodes, query, constant, scale, candidates) : 0;
        for (; i < nodes.Length; i++)
        {
            var row = table.Row(nodes[i]);
            var squares = *(int*)(row + length - TermBytes);
            candidates[i] = Candidate.Pack(constant + squares - (scale * ByteDot.Compute(row, query, length)), nodes[i]);
        }
    }

    // Four nodes at a time share the query's loads and the adding up.
    private int ScoreFours(ReadOnlySpan<int> nodes, sbyte* query, float constant, float scale, Span<ulong> candidates)
    {
        var table = Memory.Table;
        var length = Memory.RowBytes;
        var i = 0;
        for (; i <= nodes.Length - 4; i += 4)
        {
            byte* r0 = table.Row(nodes[i]), r1 = table.Row(nodes[i + 1]), r2 = table.Row(nodes[i + 2]), r3 = table.Row(nodes[i + 3]);
            var dots = Vector128.ConvertToSingle(ByteDot.ComputeFour(r0, r1, r2, r3, query, length));
            var terms = length - TermBytes;
            var squares = Vector128.ConvertToSingle(Vector128.Create(*(int*)(r0 + terms), *(int*)(r1 + terms), *(int*)(r2 + terms), *(int*)(r3 + terms)));
            var scores = Vector128.Create(constant) + squares - (Vector128.Create(scale) * dots);
            Candidate.Pack(scores, Vector128.Create(nodes.Slice(i, 4))).CopyTo(candidates[i..]);
        }

        return i;
    }

    /// <summary>Asks the processor to load codes.</summary>
    public void Prefetch(ReadOnlySpan<int> nodes)
    {
        if (!Sse.IsSupported)
            return;
        var table = Memory.Table;
        var length = Memory.RowBytes;
        foreach (var node in nodes)
        {
            var row = table.Row(node);
            for (var i = 0; i < length; i += LineBytes)
                Sse.Prefetch0(row + i);
        }
    }

    public void Dispose() => Memory.Dispose();
}
