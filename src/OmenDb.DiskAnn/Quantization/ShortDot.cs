using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: all pointers address `length` readable numbers and `length` is a multiple of 32, so no loop below has a tail. The products'
// sum fits into 32 bits when each operand is a vector of norm 32,767 at most (Cauchy and Schwarz).

/// <summary>The dot products of one vector of 16-bit numbers with two others, which share its loads.</summary>
internal static unsafe class ShortDot
{
    /// <summary>Elements come in multiples of this.</summary>
    public const int Lanes = 32;

    /// <summary>Multiplies and adds up on the best instructions there are.</summary>
    /// <param name="x">The vector.</param>
    /// <param name="a">The first of the others.</param>
    /// <param name="b">The second of the others.</param>
    /// <param name="length">Elements in each: a multiple of 32.</param>
    public static (int A, int B) Compute(short* x, short* a, short* b, int length)
    {
        if (Avx512BW.IsSupported)
            return Wide512(x, a, b, length);
        return Avx2.IsSupported ? Wide256(x, a, b, length) : Portable(x, a, b, length);
    }

    internal static (int A, int B) Wide512(short* x, short* a, short* b, int length)
    {
        Vector512<int> sumA = default, sumB = default;
        for (var i = 0; i < length; i += Vector512<short>.Count)
        {
            var part = Vector512.Load(x + i);
            sumA += Avx512BW.MultiplyAddAdjacent(part, Vector512.Load(a + i));
            sumB += Avx512BW.MultiplyAddAdjacent(part, Vector512.Load(b + i));
        }

        return (Vector512.Sum(sumA), Vector512.Sum(sumB));
    }

    internal static (int A, int B) Wide256(short* x, short* a, short* b, int length)
    {
        Vector256<int> sumA = default, sumB = default;
        for (var i = 0; i < length; i += Vector256<short>.Count)
        {
            var part = Vector256.Load(x + i);
            sumA += Avx2.MultiplyAddAdjacent(part, Vector256.Load(a + i));
            sumB += Avx2.MultiplyAddAdjacent(part, Vector256.Load(b + i));
        }

        return (Vector256.Sum(sumA), Vector256.Sum(sumB));
    }

    internal static (int A, int B) Portable(short* x, short* a, short* b, int length)
    {
        Vector128<int> sumA = default, sumB = default;
        for (var i = 0; i < length; i += Vector128<short>.Count)
        {
            var (x0, x1) = Vector128.Widen(Vector128.Load(x + i));
            var (a0, a1) = Vector128.Widen(Vector128.Load(a + i));
            var (b0, b1) = Vector128.Widen(Vector128.Load(b + i));
            sumA += (x0 * a0) + (x1 * a1);
            sumB += (x0 * b0) + (x1 * b1);
        }

        return (Vector128.Sum(sumA), Vector128.Sum(sumB));
    }
}
