using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: `rows` addresses eight rows of `length` readable bytes, `signed` addresses `length`; `length` is a multiple of 64, for one
// row or four of 32, so no loop below has a tail. Signed bytes are -127 at least, so no product below saturates.

/// <summary>
/// The dot products of eight rows of bytes, which are <see cref="Zero"/> more than what they stand for, with one of signed bytes; exact in 32
/// bits for up to 65,536 elements. Processors that multiply unsigned by signed bytes leave that excess in the sums: <see cref="Excess"/>.
/// </summary>
internal static unsafe class ByteDot
{
    /// <summary>The byte that stands for zero.</summary>
    public const int Zero = 128;

    /// <summary>Rows multiplied at once: as many sums hide the time that each waits for its last product.</summary>
    public const int Rows = 8;

    /// <summary>How many times the sum of the signed bytes a result is too large.</summary>
    public static int Excess => AvxVnni.IsSupported ? Zero : 0;

    /// <summary>Multiplies and adds up on the best instructions there are.</summary>
    /// <param name="rows">Eight rows, one after the other.</param>
    /// <param name="signed">The signed bytes.</param>
    /// <param name="length">Bytes in a row: a multiple of 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<int> Compute(byte* rows, sbyte* signed, int length)
    {
        if (Avx2.IsSupported)
            return Wide256(rows, signed, length);
        return Dp.IsSupported ? Neon(rows, signed, length) : Portable(rows, signed, length);
    }

    /// <summary>Whether <see cref="Four"/> works here.</summary>
    public static bool HasFour => Avx2.IsSupported;

    /// <summary>Multiplies one row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="signed">The signed bytes.</param>
    /// <param name="length">Bytes in the row: a multiple of 32.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int One(byte* row, sbyte* signed, int length)
    {
        if (Avx2.IsSupported)
            return OneWide256(row, signed, length);
        return Dp.IsSupported ? OneNeon(row, signed, length) : OnePortable(row, signed, length);
    }

    /// <summary>Multiplies four rows that lie anywhere: they share the loads of the signed bytes and the adding up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> Four(byte* row0, byte* row1, byte* row2, byte* row3, sbyte* signed, int length)
    {
        Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default;
        for (var i = 0; i < length; i += Vector256<byte>.Count)
        {
            var part = Vector256.Load(signed + i);
            s0 = Add(s0, Vector256.Load(row0 + i), part);
            s1 = Add(s1, Vector256.Load(row1 + i), part);
            s2 = Add(s2, Vector256.Load(row2 + i), part);
            s3 = Add(s3, Vector256.Load(row3 + i), part);
        }

        return Sums(s0, s1, s2, s3);
    }

    internal static int OneWide256(byte* row, sbyte* signed, int length)
    {
        Vector256<int> even = default, odd = default;
        var i = 0;
        for (; i <= length - (2 * Vector256<byte>.Count); i += 2 * Vector256<byte>.Count)
        {
            even = Add(even, Vector256.Load(row + i), Vector256.Load(signed + i));
            odd = Add(odd, Vector256.Load(row + i + Vector256<byte>.Count), Vector256.Load(signed + i + Vector256<byte>.Count));
        }

        if (i < length)
            even = Add(even, Vector256.Load(row + i), Vector256.Load(signed + i));
        return Vector256.Sum(even + odd);
    }

    internal static int OneNeon(byte* row, sbyte* signed, int length)
    {
        Vector128<int> sum = default;
        for (var i = 0; i < length; i += Vector128<byte>.Count)
            sum = Dp.DotProduct(sum, (Vector128.Load(row + i) ^ Vector128.Create((byte)Zero)).AsSByte(), Vector128.Load(signed + i));
        return Vector128.Sum(sum);
    }

    internal static int OnePortable(byte* row, sbyte* signed, int length)
    {
        Vector128<int> sum = default;
        for (var i = 0; i < length; i += Vector128<byte>.Count)
        {
            var (a0, a1) = Vector128.Widen((Vector128.Load(row + i) ^ Vector128.Create((byte)Zero)).AsSByte());
            var (b0, b1) = Vector128.Widen(Vector128.Load(signed + i));
            sum += Multiply(a0, b0) + Multiply(a1, b1);
        }

        return Vector128.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static Vector256<int> Wide256(byte* rows, sbyte* signed, int length)
    {
        byte* row4 = rows + (4L * length);
        Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default, s4 = default, s5 = default, s6 = default, s7 = default;
        for (var i = 0; i < length; i += Vector256<byte>.Count)
        {
            var part = Vector256.Load(signed + i);
            s0 = Add(s0, Vector256.Load(rows + i), part);
            s1 = Add(s1, Vector256.Load(rows + length + i), part);
            s2 = Add(s2, Vector256.Load(rows + (2L * length) + i), part);
            s3 = Add(s3, Vector256.Load(rows + (3L * length) + i), part);
            s4 = Add(s4, Vector256.Load(row4 + i), part);
            s5 = Add(s5, Vector256.Load(row4 + length + i), part);
            s6 = Add(s6, Vector256.Load(row4 + (2L * length) + i), part);
            s7 = Add(s7, Vector256.Load(row4 + (3L * length) + i), part);
        }

        return Vector256.Create(Sums(s0, s1, s2, s3), Sums(s4, s5, s6, s7));
    }

    internal static Vector256<int> Neon(byte* rows, sbyte* signed, int length)
    {
        Span<int> sums = stackalloc int[Rows];
        for (var row = 0; row < Rows; row++, rows += length)
            sums[row] = OneNeon(rows, signed, length);
        return Vector256.Create<int>(sums);
    }

    internal static Vector256<int> Portable(byte* rows, sbyte* signed, int length)
    {
        Span<int> sums = stackalloc int[Rows];
        for (var row = 0; row < Rows; row++, rows += length)
            sums[row] = OnePortable(rows, signed, length);
        return Vector256.Create<int>(sums);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Sums(Vector256<int> s0, Vector256<int> s1, Vector256<int> s2, Vector256<int> s3)
    {
        var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(s0, s1), Avx2.HorizontalAdd(s2, s3));
        return sums.GetLower() + sums.GetUpper();
    }

    // Without VNNI, the sign moves from one factor to the other: one factor is then unsigned, as the instruction wants it, and two
    // products, 2 x 128 x 127 at most, fit into 16 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, Vector256<byte> bytes, Vector256<sbyte> signed)
    {
        if (AvxVnni.IsSupported)
            return AvxVnni.MultiplyWideningAndAdd(sum, bytes, signed);
        var flipped = Avx2.Sign((bytes ^ Vector256.Create((byte)Zero)).AsSByte(), signed);
        var pairs = Avx2.MultiplyAddAdjacent(Avx2.Abs(signed), flipped);
        return sum + Avx2.MultiplyAddAdjacent(pairs, Vector256<short>.One);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Multiply(Vector128<short> a, Vector128<short> b)
    {
        var (a0, a1) = Vector128.Widen(a);
        var (b0, b1) = Vector128.Widen(b);
        return (a0 * b0) + (a1 * b1);
    }
}
