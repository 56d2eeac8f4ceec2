using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: both pointers address `length` readable bytes and `length` is a multiple of 64, so no loop below has a tail.

/// <summary>The dot product of unsigned and signed bytes, exact in 32 bits for up to 65,536 of them.</summary>
internal static unsafe class ByteDot
{
    /// <summary>Multiplies and adds up on the best instructions there are.</summary>
    /// <param name="a">The unsigned bytes.</param>
    /// <param name="b">The signed bytes.</param>
    /// <param name="length">How many: a multiple of 64.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Compute(byte* a, sbyte* b, int length)
    {
        if (AvxVnni.IsSupported)
            return Vnni(a, b, length);
        if (Avx512BW.IsSupported)
            return Wide512(a, b, length);
        if (Avx2.IsSupported)
            return Wide256(a, b, length);
        return Dp.IsSupported ? Neon(a, b, length) : Portable(a, b, length);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Vnni(byte* a, sbyte* b, int length)
    {
        Vector256<int> s0 = default, s1 = default;
        for (var i = 0; i < length; i += 64)
        {
            s0 = AvxVnni.MultiplyWideningAndAdd(s0, Vector256.Load(a + i), Vector256.Load(b + i));
            s1 = AvxVnni.MultiplyWideningAndAdd(s1, Vector256.Load(a + i + 32), Vector256.Load(b + i + 32));
        }

        return Vector256.Sum(s0 + s1);
    }

    // The 16-bit products of the byte instructions saturate; widened first, they do not.
    internal static int Wide512(byte* a, sbyte* b, int length)
    {
        Vector512<int> s0 = default, s1 = default;
        for (var i = 0; i < length; i += 64)
        {
            s0 += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.Load(a + i)), Avx512BW.ConvertToVector512Int16(Vector256.Load(b + i)));
            s1 += Avx512BW.MultiplyAddAdjacent(
                Avx512BW.ConvertToVector512Int16(Vector256.Load(a + i + 32)), Avx512BW.ConvertToVector512Int16(Vector256.Load(b + i + 32)));
        }

        return Vector512.Sum(s0 + s1);
    }

    internal static int Wide256(byte* a, sbyte* b, int length)
    {
        Vector256<int> s0 = default, s1 = default;
        for (var i = 0; i < length; i += 32)
        {
            s0 += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(a + i), Avx2.ConvertToVector256Int16(b + i));
            s1 += Avx2.MultiplyAddAdjacent(Avx2.ConvertToVector256Int16(a + i + 16), Avx2.ConvertToVector256Int16(b + i + 16));
        }

        return Vector256.Sum(s0 + s1);
    }

    // Signed by signed: the unsigned bytes are shifted down by 128, and 128 times the sum of the signed ones is added again.
    internal static int Neon(byte* a, sbyte* b, int length)
    {
        Vector128<int> products = default, sums = default;
        for (var i = 0; i < length; i += 16)
        {
            var signed = Vector128.Load(b + i);
            products = Dp.DotProduct(products, (Vector128.Load(a + i) ^ Vector128.Create((byte)0x80)).AsSByte(), signed);
            sums = Dp.DotProduct(sums, Vector128<sbyte>.One, signed);
        }

        return Vector128.Sum(products) + (Vector128.Sum(sums) << 7);
    }

    internal static int Portable(byte* a, sbyte* b, int length)
    {
        Vector128<int> sum = default;
        for (var i = 0; i < length; i += 16)
        {
            var (a0, a1) = Vector128.Widen(Vector128.Load(a + i));
            var (b0, b1) = Vector128.Widen(Vector128.Load(b + i));
            sum += Multiply(a0.AsInt16(), b0) + Multiply(a1.AsInt16(), b1);
        }

        return Vector128.Sum(sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<int> Multiply(Vector128<short> a, Vector128<short> b)
    {
        var (a0, a1) = Vector128.Widen(a);
        var (b0, b1) = Vector128.Widen(b);
        return (a0 * b0) + (a1 * b1);
    }
}
