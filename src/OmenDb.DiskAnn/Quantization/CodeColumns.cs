using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: codes lie in blocks of 32 nodes, where 128 bytes are four dimensions: four codes of each node, one a byte.

/// <summary>A part of some nodes' codes, by columns: a query is compared with all of them in a row, and no products are added up across a register.</summary>
internal sealed unsafe class CodeColumns
{
    /// <summary>The number of nodes is a multiple of this.</summary>
    public const int Block = 32;

    /// <summary>The number of dimensions is a multiple of this.</summary>
    public const int Dimensions = 8;

    /// <summary>Nodes at most.</summary>
    public const int MostNodes = 1 << NumberBits;

    // The number of a node takes the place of a distance's last bits.
    private const int NumberBits = 10;

    private const int Group = 4;
    private const int GroupBytes = Block * Group;

    private readonly QueryBuffer<byte> _codes;
    private readonly QueryBuffer<float> _norms;
    private readonly QueryBuffer<float> _halfSteps;

    /// <summary>Copies codes.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="nodes">The nodes.</param>
    /// <param name="first">The part's first dimension.</param>
    /// <param name="dimensions">How many it has.</param>
    public CodeColumns(CodeRows codes, ReadOnlySpan<int> nodes, int first, int dimensions)
    {
        (Count, DimensionCount) = (nodes.Length, dimensions);
        _codes = new(nodes.Length * dimensions);
        _norms = new(nodes.Length);
        _halfSteps = new(nodes.Length);
        var copied = new byte[first + dimensions];
        for (var i = 0; i < nodes.Length; i++)
        {
            var halfStep = codes.CopyCodes(nodes[i], copied);
            var squares = 0;
            for (var j = 0; j < dimensions; j++)
            {
                var code = copied[first + j];
                squares += CodeRows.HalfSteps(code) * CodeRows.HalfSteps(code);
                _codes.Span[(i / Block * Block * dimensions) + (j / Group * GroupBytes) + (i % Block * Group) + (j % Group)] = code;
            }

            _norms.Span[i] = squares * halfStep * halfStep;
            _halfSteps.Span[i] = halfStep;
        }
    }

    /// <summary>Nodes.</summary>
    public int Count { get; }

    /// <summary>Dimensions of the part.</summary>
    public int DimensionCount { get; }

    /// <summary>The number of a node that was found: its place among those that were given.</summary>
    public static int Number(int found) => found & (MostNodes - 1);

    /// <summary>The squared distance of a node that was found, rounded.</summary>
    public static float Distance(int found) => BitConverter.Int32BitsToSingle(found);

    /// <summary>Finds near nodes. One that is near may be missed beside another: of every 32nd node only the nearest is found.</summary>
    /// <param name="query">The query's coordinates in the part, in steps.</param>
    /// <param name="scale">Four times what one step stands for.</param>
    /// <param name="found">Receives the nodes, nearest first: <see cref="Number"/> and <see cref="Distance"/>; at most <see cref="Block"/>.</param>
    [SkipLocalsInit, MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Find(ReadOnlySpan<sbyte> query, float scale, Span<int> found)
    {
        var (sum, squared) = Sums(query[..DimensionCount]);
        var squares = Vector256.Create(squared * scale * scale / 16);
        var excess = Vector256.Create(sum * ((CodeRows.Levels - 1) / 2f));
        var scales = Vector256.Create(scale);
        var numbers = Vector256<int>.Indices;
        Vector256<int> m0 = Vector256.Create(int.MaxValue), m1 = m0, m2 = m0, m3 = m0;
        var codes = _codes.Pointer;
        var norms = _norms.Pointer;
        var halfSteps = _halfSteps.Pointer;
        for (var end = norms + Count; norms < end; norms += Block, halfSteps += Block)
        {
            Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default;
            for (var i = 0; i < DimensionCount; i += Group, codes += GroupBytes)
            {
                var four = Vector256.Create(Unsafe.ReadUnaligned<int>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(query), i)))).AsSByte();
                s0 = Add(s0, Vector256.Load(codes), four);
                s1 = Add(s1, Vector256.Load(codes + 32), four);
                s2 = Add(s2, Vector256.Load(codes + 64), four);
                s3 = Add(s3, Vector256.Load(codes + 96), four);
            }

            m0 = Vector256.Min(m0, Numbered(s0, 0));
            m1 = Vector256.Min(m1, Numbered(s1, 8));
            m2 = Vector256.Min(m2, Numbered(s2, 16));
            m3 = Vector256.Min(m3, Numbered(s3, 24));
            numbers += Vector256.Create(Block);
        }

        foreach (ref var node in found)
        {
            node = Smallest(Vector256.Min(Vector256.Min(m0, m1), Vector256.Min(m2, m3)));
            var taken = Vector256.Create(node);
            m0 |= Vector256.Equals(m0, taken) >>> 1;
            m1 |= Vector256.Equals(m1, taken) >>> 1;
            m2 |= Vector256.Equals(m2, taken) >>> 1;
            m3 |= Vector256.Equals(m3, taken) >>> 1;
        }

        GC.KeepAlive(this); // whose memory was read

        // Bits of distances, which are not negative, have the same order. One that is no number, as a forged code's may be, is further than all: its sign is dropped, too.
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        Vector256<int> Numbered(Vector256<int> dots, int first)
        {
            var distances = squares + Vector256.Load(norms + first) - (Vector256.Load(halfSteps + first) * scales * (Vector256.ConvertToSingle(dots) - excess));
            var bits = Vector256.MaxNative(Vector256<float>.Zero, distances).AsInt32();
            return (bits & Vector256.Create(int.MaxValue - MostNodes + 1)) | (numbers + Vector256.Create(first));
        }
    }

    /// <summary>Adds four products to each sum, on the best instructions there are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Add(Vector256<int> sums, Vector256<byte> codes, Vector256<sbyte> signed)
    {
        if (AvxVnni.IsSupported)
            return AvxVnni.MultiplyWideningAndAdd(sums, codes, signed);
        return sums + (Avx2.IsSupported ? Wide256(codes, signed) : Dp.IsSupported ? Neon(codes, signed) : Portable(codes, signed));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Wide256(Vector256<byte> codes, Vector256<sbyte> signed)
        => Avx2.MultiplyAddAdjacent(Avx2.MultiplyAddAdjacent(codes, signed), Vector256<short>.One);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Neon(Vector256<byte> codes, Vector256<sbyte> signed)
        => Vector256.Create(Dp.DotProduct(default, codes.AsSByte().GetLower(), signed.GetLower()), Dp.DotProduct(default, codes.AsSByte().GetUpper(), signed.GetUpper()));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Portable(Vector256<byte> codes, Vector256<sbyte> signed)
    {
        return Vector256.Create(Half(codes.GetLower(), signed.GetLower()), Half(codes.GetUpper(), signed.GetUpper()));

        static Vector128<int> Half(Vector128<byte> codes, Vector128<sbyte> signed)
        {
            var (a0, a1) = Vector128.Widen(codes.AsSByte());
            var (b0, b1) = Vector128.Widen(signed);
            return Vector128.Narrow(Fours(a0 * b0), Fours(a1 * b1));
        }

        static Vector128<long> Fours(Vector128<short> products)
        {
            var pairs = (products.AsInt32() << 16 >> 16) + (products.AsInt32() >> 16);
            return (pairs.AsInt64() << 32 >> 32) + (pairs.AsInt64() >> 32);
        }
    }

    // The sum of a query's coordinates, and of their squares.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (int Sum, int Squares) Sums(ReadOnlySpan<sbyte> query)
    {
        Vector128<short> sums = default;
        Vector128<int> squares = default;
        for (var i = 0; i < query.Length; i += Dimensions)
        {
            var eight = Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<long>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref MemoryMarshal.GetReference(query), i)))).AsSByte());
            sums += eight;
            var (low, high) = Vector128.Widen(eight * eight);
            squares += low + high;
        }

        var (lows, highs) = Vector128.Widen(sums);
        return (Vector128.Sum(lows + highs), Vector128.Sum(squares));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Smallest(Vector256<int> values)
    {
        var four = Vector128.Min(values.GetLower(), values.GetUpper());
        var two = Vector128.Min(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return Vector128.Min(two, Vector128.Shuffle(two, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }
}
