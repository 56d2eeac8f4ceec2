using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: `codes` addresses `length` readable bytes and `signed` twice as many; `length` is a multiple of 64, so no loop below has a tail.

/// <summary>
/// The dot product of 4-bit codes, two in a byte, with signed bytes: the first <c>length</c> of those belong to the low halves, the others
/// to the high ones. Exact in 32 bits for up to a million codes.
/// </summary>
internal static unsafe class NibbleDot
{
    private const byte Low = 15;
    private const int Bits = 4;

    /// <summary>Whether <see cref="ComputeFour"/> works here.</summary>
    public static bool HasFour => Avx2.IsSupported;

    /// <summary>Multiplies and adds up on the best instructions there are.</summary>
    /// <param name="codes">The codes.</param>
    /// <param name="signed">The signed bytes.</param>
    /// <param name="length">Bytes of codes: a multiple of 64.</param>
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
            Vector256<sbyte> low = Vector256.Load(signed + i), high = Vector256.Load(signed + length + i);
            s0 = Add(s0, Vector256.Load(codes0 + i), low, high);
            s1 = Add(s1, Vector256.Load(codes1 + i), low, high);
            s2 = Add(s2, Vector256.Load(codes2 + i), low, high);
            s3 = Add(s3, Vector256.Load(codes3 + i), low, high);
        }

        var sums = Avx2.HorizontalAdd(Avx2.HorizontalAdd(s0, s1), Avx2.HorizontalAdd(s2, s3));
        return sums.GetLower() + sums.GetUpper();
    }

    /// <summary>The codes in the low halves of bytes, and those in the high ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<byte> Low, Vector256<byte> High) Halves(Vector256<byte> codes) =>
        (codes & Vector256.Create(Low), (codes.AsUInt16() >> Bits).AsByte() & Vector256.Create(Low));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Wide256(byte* codes, sbyte* signed, int length)
    {
        Vector256<int> s0 = default, s1 = default;
        for (var i = 0; i < length; i += 2 * Vector256<byte>.Count)
        {
            s0 = Add(s0, Vector256.Load(codes + i), Vector256.Load(signed + i), Vector256.Load(signed + length + i));
            s1 = Add(s1, Vector256.Load(codes + i + 32), Vector256.Load(signed + i + 32), Vector256.Load(signed + length + i + 32));
        }

        return Vector256.Sum(s0 + s1);
    }

    internal static int Neon(byte* codes, sbyte* signed, int length)
    {
        Vector128<int> sum = default;
        for (var i = 0; i < length; i += Vector128<byte>.Count)
        {
            var both = Vector128.Load(codes + i);
            sum = Dp.DotProduct(sum, (both & Vector128.Create(Low)).AsSByte(), Vector128.Load(signed + i));
            sum = Dp.DotProduct(sum, (both >> Bits).AsSByte(), Vector128.Load(signed + length + i));
        }

        return Vector128.Sum(sum);
    }

    internal static int Portable(byte* codes, sbyte* signed, int length)
    {
        Vector128<int> sum = default;
        for (var i = 0; i < length; i += Vector128<byte>.Count)
        {
            var both = Vector128.Load(codes + i);
            sum += Multiply((both & Vector128.Create(Low)).AsSByte(), Vector128.Load(signed + i));
            sum += Multiply((both >> Bits).AsSByte(), Vector128.Load(signed + length + i));
        }

        return Vector128.Sum(sum);
    }

    // Without VNNI, four products, 15 x 128 at most, fit into 16 bits.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> Add(Vector256<int> sum, Vector256<byte> codes, Vector256<sbyte> low, Vector256<sbyte> high)
    {
        var (lows, highs) = Halves(codes);
        if (AvxVnni.IsSupported)
            return AvxVnni.MultiplyWideningAndAdd(AvxVnni.MultiplyWideningAndAdd(sum, lows, low), highs, high);
        var products = Avx2.MultiplyAddAdjacent(lows, low) + Avx2.MultiplyAddAdjacent(highs, high);
        return sum + Avx2.MultiplyAddAdjacent(products, Vector256<short>.One);
    }

    // Eight products of 15 x 128 at most add up in 16 bits.
    private static Vector128<int> Multiply(Vector128<sbyte> codes, Vector128<sbyte> signed)
    {
        var (a0, a1) = Vector128.Widen(codes);
        var (b0, b1) = Vector128.Widen(signed);
        var (low, high) = Vector128.Widen((a0 * b0) + (a1 * b1));
        return low + high;
    }
}
