using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: all pointers address `length` readable bytes and `length` is a multiple of 64, so no loop below has a tail. The second operand
// is -127 at least, and zero wherever a byte of the first is: so no product below saturates.

/// <summary>
/// The dot product of codes, bytes that are <see cref="Zero"/> more than what they stand for, with signed bytes; exact in 32 bits for up to
/// 65,536 of them. Processors that multiply unsigned by signed bytes leave that excess in the sum: <see cref="Excess"/>.
/// </summary>
internal static unsafe class ByteDot
{
    /// <summary>The code of zero.</summary>
    public const int Zero = 128;

    /// <summary>How many times the sum of the signed bytes a result is too large: the same for all of one query's.</summary>
    public static int Excess => AvxVnni.IsSupported ? Zero : 0;

    /// <summary>Whether <see cref="ComputeFour"/> works here.</summary>
    public static bool HasFour => Avx2.IsSupported;

    /// <summary>Multiplies and adds up on the best instructions there are.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="signed">The signed bytes.</param>
    /// <param name="length">How many: a multiple of 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Compute(byte* codes, sbyte* signed, int length)
    {
        if (Avx2.IsSupported)
            return Wide256(codes, signed, length);
        return Dp.IsSupported ? Neon(codes, signed, length) : Portable(codes, signed, length);
    }

    /// <summary>Multiplies four rows of codes by the same signed bytes: they share its loads and the adding up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<int> ComputeFour(byte* codes0, byte* codes1, byte* codes2, byte* codes3, sbyte* signed, int length)
    {
        Vector256<int> s0 = default, s1 = default, s2 = default, s3 = default;
        for (var i = 0; i < length; i += Vector256<byte>.Count)
        {
            var part = Vector256.Load(signed + i);
            s0 = Add(s0, Vector256.Load(codes0 + i), part);
            s1 = Add(s1, Vector256.Load(codes1 + i), part);
            s2 = Add(s2, Vector256.Load(codes2 + i), part);
            s3 = Add(s3, Vector256.Load(codes3 + i), part);
        }

        var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(s0, s1), Avx2.HorizontalAdd(s2, s3));
        return sums.GetLower() + sums.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Wide256(byte* codes, sbyte* signed, int length)
    {
        Vector256<int> s0 = default, s1 = default;
        for (var i = 0; i < length; i += 2 * Vector256<byte>.Count)
        {
            s0 = Add(s0, Vector256.Load(codes + i), Vector256.Load(signed + i));
            s1 = Add(s1, Vector256.Load(codes + i + 32), Vector256.Load(signed + i + 32));
        }

        return Vector256.Sum(s0 + s1);
    }

    internal static int Neon(byte* codes, sbyte* signed, int length)
    {
        Vector128<int> sum = default;
        for (var i = 0; i < length; i += Vector128<byte>.Count)
            sum = Dp.DotProduct(sum, (Vector128.Load(codes + i) ^ Vector128.Create((byte)Zero)).AsSByte(), Vector128.Load(signed + i));
        return Vector128.Sum(sum);
    }

    internal static int Portable(byte* codes, sbyte* signed, int length)
    {
        Vector128<int> sum = default;
        for (var i = 0; i < length; i += Vector128<byte>.Count)
        {
            var (a0, a1) = Vector128.Widen((Vector128.Load(codes + i) ^ Vector128.Create((byte)Zero)).AsSByte());
            var (b0, b1) = Vector128.Widen(Vector128.Load(signed + i));
            sum += Multiply(a0, b0) + Multiply(a1, b1);
        }

        return Vector128.Sum(sum);
    }

    // Without VNNI, the sign moves from one factor to the other: one factor is then unsigned, as the instruction wants it, and two
    // products, 2 x 127 x 127 at most, fit into 16 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, Vector256<byte> codes, Vector256<sbyte> signed)
    {
        if (AvxVnni.IsSupported)
            return AvxVnni.MultiplyWideningAndAdd(sum, codes, signed);
        var flipped = Avx2.Sign((codes ^ Vector256.Create((byte)Zero)).AsSByte(), signed);
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
