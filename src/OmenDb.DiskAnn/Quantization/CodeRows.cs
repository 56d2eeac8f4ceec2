using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: every node number given to a method is below the store's capacity; a row is whole 64-byte lines, and its last TermBytes are
// the terms, where every query buffer holds zeros.

/// <summary>
/// The code of each node: 4 bits for each dimension of the projection, and behind them the two terms that make one integer dot product a squared distance: the squared norm, and what half a
/// step of this code stands for. The step is chosen so that it keeps the norm: equal rows are at distance zero, and lengths are not rounded (a step and norm for each vector as in "RaBitQ", Gao and Long, SIGMOD 2024).
/// </summary>
internal sealed unsafe class CodeRows : IDisposable
{
    /// <summary>Bytes of the terms.</summary>
    public const int TermBytes = 2 * sizeof(float);

    /// <summary>Dimensions that a row of one line has room for, and each line more.</summary>
    public const int FirstDimensions = 2 * (LineBytes - TermBytes);

    /// <summary>Dimensions that a line has room for.</summary>
    public const int LineDimensions = 2 * LineBytes;

    /// <summary>Places that a dimension of a code has.</summary>
    public const int Levels = 16;

    private const int LineBytes = 64;
    private const int LargestMatrix = 512 * 1024;

    // The step, in deviations of a coordinate, at which rounding a normal variable to 16 levels costs least (Max, 1960).
    private const float StepDeviations = 0.335f;

    // The deviation of what that rounding changes, in the same unit.
    private const float RoundedAway = 0.1075f;

    private readonly QueryBuffer<sbyte> _ones;

    /// <summary>Makes room for none yet.</summary>
    /// <param name="projection">How a row becomes a code.</param>
    public CodeRows(Projection projection)
    {
        Projection = projection;
        Memory = new SegmentedRows((((projection.Dimensions + 1) / 2) + TermBytes + LineBytes - 1) / LineBytes * LineBytes);
        Rounding = 2 * RoundedAway / MathF.Sqrt(projection.Dimensions);
        _ones = Ones();
    }

    /// <summary>Dimensions of a code at most: as many as a row has, as long as projecting a query is quick beside a walk.</summary>
    /// <param name="rowLength">Floats in a row.</param>
    public static int MostDimensions(int rowLength) =>
        Math.Min(rowLength, Math.Max(2 * LineDimensions, LargestMatrix / rowLength / LineDimensions * LineDimensions) - (2 * TermBytes));

    /// <summary>How a row becomes a code.</summary>
    public Projection Projection { get; }

    /// <summary>The memory.</summary>
    public SegmentedRows Memory { get; }

    /// <summary>What rows from a file are checked against before they are used; null where none come from one, or all were checked.</summary>
    public RowChecks? Checks { get; set; }

    /// <summary>Bytes of a query's code: one for each half of a row's bytes.</summary>
    public int QueryBytes => 2 * Memory.RowBytes;

    /// <summary>What rounding changes a squared distance by: its deviation, in products of the norms.</summary>
    public float Rounding { get; }

    // Dimensions from here on are in the high halves.
    private int Half => Memory.RowBytes - TermBytes;

    /// <summary>Writes the code of a node.</summary>
    /// <param name="node">The node.</param>
    /// <param name="projected">Its row's coordinates.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(int node, ReadOnlySpan<float> projected)
    {
        var row = Memory.Row(node);
        new Span<byte>(row, Memory.RowBytes).Clear();
        var squares = TensorPrimitives.SumOfSquares(projected);
        var scale = squares > 0 ? MathF.Sqrt(projected.Length / squares) / StepDeviations : 0;
        var codeSquares = 0;
        for (var i = 0; i < projected.Length; i++)
        {
            var code = (int)Math.Clamp(MathF.Floor(projected[i] * scale) + (Levels / 2), 0, Levels - 1);
            var halfSteps = HalfSteps(code);
            codeSquares += halfSteps * halfSteps;
            if (i < Half)
                row[i] |= (byte)code;
            else
                row[i - Half] |= (byte)(code << 4);
        }

        var terms = (float*)(row + Half);
        terms[0] = squares;
        terms[1] = MathF.Sqrt(squares / codeSquares);
    }

    /// <summary>Makes the score of distances from a projected query.</summary>
    /// <param name="projected">The query's coordinates.</param>
    /// <param name="buffer">Memory for its code; must outlive the score.</param>
    public CodeScore OfQuery(ReadOnlySpan<float> projected, QueryBuffer<sbyte> buffer)
    {
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(projected));
        var step = largest > 0 ? largest / sbyte.MaxValue : 1;
        var squares = TensorPrimitives.SumOfSquares(projected);
        var codes = buffer.Span;
        codes.Clear();
        var first = Math.Min(Half, projected.Length);
        var sum = Round(projected[..first], 1 / step, codes) + Round(projected[first..], 1 / step, codes[Memory.RowBytes..]);
        return new CodeScore(this, buffer.Pointer, squares, 4 * step, sum * ((Levels - 1) / 2f));
    }

    /// <summary>Makes the score of distances from a node.</summary>
    /// <param name="node">The node; its code is written.</param>
    /// <param name="memory">Memory for its code: <see cref="QueryBytes"/> bytes; must outlive the score.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public CodeScore OfNode(int node, QueryBuffer<sbyte> memory)
    {
        Checks?.Check(node);
        var buffer = memory.Pointer;
        var row = Memory.Row(node);
        var length = Memory.RowBytes;
        for (var i = 0; i < length; i += Vector256<byte>.Count)
        {
            var (low, high) = NibbleDot.Halves(Vector256.Load(row + i));
            HalfSteps(low).Store(buffer + i);
            HalfSteps(high).Store(buffer + length + i);
        }

        // Codes that stand for no dimension are zero in every row, so what they are multiplied by does not matter.
        *(long*)(buffer + Half) = *(long*)(buffer + length + Half) = 0;
        var terms = (float*)(row + Half);
        return new CodeScore(this, buffer, terms[0], 4 * terms[1], Sum(row) * ((Levels - 1) / 2f));
    }

    /// <summary>What a code stands for, in half steps.</summary>
    /// <param name="code">The code of one dimension.</param>
    public static int HalfSteps(int code) => (2 * code) - (Levels - 1);

    /// <summary>Copies a node's codes of the first dimensions, one a byte.</summary>
    /// <param name="node">The node; its code is written.</param>
    /// <param name="codes">Receives them.</param>
    /// <returns>What half a step of them stands for.</returns>
    public float CopyCodes(int node, Span<byte> codes)
    {
        Checks?.Check(node);
        var row = Memory.Row(node);
        for (var i = 0; i < codes.Length; i++)
            codes[i] = (byte)(i < Half ? row[i] & (Levels - 1) : row[i - Half] / Levels);
        return ((float*)(row + Half))[1];
    }

    /// <summary>Copies a query's coordinates in the first dimensions, in steps.</summary>
    /// <param name="query">The query's code.</param>
    /// <param name="coordinates">Receives them.</param>
    public void CopyQuery(sbyte* query, Span<sbyte> coordinates)
    {
        var low = Math.Min(Half, coordinates.Length);
        new ReadOnlySpan<sbyte>(query, low).CopyTo(coordinates);
        new ReadOnlySpan<sbyte>(query + Memory.RowBytes, coordinates.Length - low).CopyTo(coordinates[low..]);
    }

    /// <summary>The squared norm of a node's projected row.</summary>
    public float SquaredNorm(int node) => *(float*)(Memory.Row(node) + Half);

    /// <summary>The largest squared norm of some nodes' projected rows.</summary>
    public float LargestSquaredNorm(ReadOnlySpan<int> nodes)
    {
        Checks?.Check(nodes);
        var largest = 0f;
        foreach (var node in nodes)
            largest = Math.Max(largest, SquaredNorm(node));
        return largest;
    }

    /// <summary>The squared distance of a stored code from a query's, less so many times the node's norm.</summary>
    /// <param name="node">The node.</param>
    /// <param name="query">The query's code.</param>
    /// <param name="squares">The query's squared norm.</param>
    /// <param name="scale">Four times what one step of the query's code stands for.</param>
    /// <param name="excess">What its products with codes are too large by, because those are not negative.</param>
    /// <param name="slack">How many times the norm is taken off.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score(int node, sbyte* query, float squares, float scale, float excess, float slack)
    {
        Checks?.Check(node);
        var row = Memory.Row(node);
        var terms = (float*)(row + Memory.RowBytes - TermBytes);
        return squares + terms[0] - (terms[1] * scale * (NibbleDot.Compute(row, query, Memory.RowBytes) - excess)) - (slack * MathF.Sqrt(terms[0]));
    }

    /// <summary>The squared distances of stored codes from a query's, less so many times the nodes' norms.</summary>
    public void Score(ReadOnlySpan<int> nodes, sbyte* query, float squares, float scale, float excess, float slack, Span<ulong> candidates)
    {
        Checks?.Check(nodes);
        if (NibbleDot.HasFour)
        {
            ScoreEights(nodes, query, squares, scale, excess, slack, candidates);
            return;
        }

        var table = Memory.Table;
        var length = Memory.RowBytes;
        for (var i = 0; i < nodes.Length; i++)
        {
            var row = table.Row(nodes[i]);
            var terms = (float*)(row + length - TermBytes);
            var score = squares + terms[0] - (terms[1] * scale * (NibbleDot.Compute(row, query, length) - excess)) - (slack * MathF.Sqrt(terms[0]));
            candidates[i] = Candidate.Pack(score, nodes[i]);
        }
    }

    // Four nodes share the query's loads and the adding up, eight the rest. What is missing to eight is the first of them once more.
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ScoreEights(ReadOnlySpan<int> nodes, sbyte* query, float squares, float scale, float excess, float slack, Span<ulong> candidates)
    {
        var table = Memory.Table;
        var length = Memory.RowBytes;
        var last = stackalloc int[Vector256<int>.Count];
        var packed = stackalloc ulong[Vector256<int>.Count];
        fixed (int* first = nodes)
        fixed (ulong* results = candidates[..nodes.Length])
        {
            for (var i = 0; i < nodes.Length; i += Vector256<int>.Count)
            {
                var eight = first + i;
                var result = results + i;
                var rest = nodes.Length - i;
                if (rest < Vector256<int>.Count)
                {
                    Vector256.Create(*eight).Store(last);
                    for (var j = 1; j < rest; j++)
                        last[j] = eight[j];
                    eight = last;
                    result = packed;
                }

                var (low, lowNorms, lowSteps) = Four(eight);
                var (high, highNorms, highSteps) = Four(eight + 4);
                var dots = Vector256.ConvertToSingle(Vector256.Create(low, high)) - Vector256.Create(excess);
                var norms = Vector256.Create(lowNorms, highNorms);
                var scores = Vector256.Create(squares) + norms - (Vector256.Create(lowSteps, highSteps) * Vector256.Create(scale) * dots);
                if (slack > 0)
                    scores -= Vector256.Create(slack) * Vector256.Sqrt(norms);
                var (one, two) = Candidate.Pack(scores, Vector256.Load(eight));
                one.Store(result);
                two.Store(result + Vector256<ulong>.Count);
                if (rest < Vector256<int>.Count)
                    new ReadOnlySpan<ulong>(packed, rest).CopyTo(candidates[i..]);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        (Vector128<int> Dots, Vector128<float> Norms, Vector128<float> Steps) Four(int* four)
        {
            byte* r0 = table.Row(four[0]), r1 = table.Row(four[1]), r2 = table.Row(four[2]), r3 = table.Row(four[3]);
            var end = length - TermBytes;
            var t01 = Vector128.Create(*(double*)(r0 + end), *(double*)(r1 + end)).AsSingle();
            var t23 = Vector128.Create(*(double*)(r2 + end), *(double*)(r3 + end)).AsSingle();
            return (NibbleDot.ComputeFour(r0, r1, r2, r3, query, length), Sse.Shuffle(t01, t23, 0b10_00_10_00), Sse.Shuffle(t01, t23, 0b11_01_11_01));
        }
    }

    // Rounds coordinates to steps of a query's code, and returns the sum of those.
    private static int Round(ReadOnlySpan<float> coordinates, float scale, Span<sbyte> codes)
    {
        Vector128<int> sums = default;
        var i = 0;
        for (; i <= coordinates.Length - 8; i += 8)
        {
            var low = Vector128.ConvertToInt32Native(Vector128.Round(Vector128.Create(coordinates[i..]) * scale));
            var high = Vector128.ConvertToInt32Native(Vector128.Round(Vector128.Create(coordinates[(i + 4)..]) * scale));
            sums += low + high;
            var shorts = Vector128.Narrow(low, high);
            BitConverter.TryWriteBytes(MemoryMarshal.AsBytes(codes[i..]), Vector128.Narrow(shorts, shorts).AsInt64().ToScalar());
        }

        var sum = Vector128.Sum(sums);
        for (; i < coordinates.Length; i++)
            sum += codes[i] = (sbyte)MathF.Round(coordinates[i] * scale);
        return sum;
    }

    // What codes stand for, in half steps.
    private static Vector256<sbyte> HalfSteps(Vector256<byte> codes) => (codes + codes - Vector256.Create((byte)(Levels - 1))).AsSByte();

    // The sum of what a row's codes stand for, in half steps.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Sum(byte* row) => (2 * NibbleDot.Compute(row, _ones.Pointer, Memory.RowBytes)) - ((Levels - 1) * Projection.Dimensions);

    private QueryBuffer<sbyte> Ones()
    {
        var ones = new QueryBuffer<sbyte>(QueryBytes);
        ones.Span.Fill(1);
        ones.Span.Slice(Half, TermBytes).Clear();
        ones.Span.Slice(Memory.RowBytes + Half, TermBytes).Clear();
        return ones;
    }

    /// <summary>Asks the processor to load codes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
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
