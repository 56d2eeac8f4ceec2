using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OmenDb.DiskAnn.Distance;

// Invariant: pointers address `length` readable floats and `length` is a multiple of 16, so no loop below has a tail.

/// <summary>Compares padded rows. A row has the same score, to the last bit, alone and among four.</summary>
/// <typeparam name="TDistance">What is added up.</typeparam>
internal static unsafe class Kernel<TDistance>
    where TDistance : struct, IDistance
{
    /// <summary>Whether <see cref="Four"/> works here.</summary>
    public static bool HasFour => Vector512.IsHardwareAccelerated;

    /// <summary>Compares two rows.</summary>
    /// <param name="a">The first row.</param>
    /// <param name="b">The second row.</param>
    /// <param name="length">Floats in each row: a multiple of <see cref="RowEncoder.Lanes"/>.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Compute(float* a, float* b, int length) =>
        Vector512.IsHardwareAccelerated ? Compute512(a, b, length) : Compute256(a, b, length);

    /// <summary>Compares four rows with the same one: they share its loads and the adding up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<float> Four(float* from, float* a, float* b, float* c, float* d, int length)
    {
        Vector512<float> a0 = default, a1 = default, a2 = default, a3 = default;
        Vector512<float> b0 = default, b1 = default, b2 = default, b3 = default;
        Vector512<float> c0 = default, c1 = default, c2 = default, c3 = default;
        Vector512<float> d0 = default, d1 = default, d2 = default, d3 = default;
        var i = 0;
        for (; i <= length - 64; i += 64)
        {
            AddPart(from + i, a + i, b + i, c + i, d + i, ref a0, ref b0, ref c0, ref d0);
            AddPart(from + i + 16, a + i + 16, b + i + 16, c + i + 16, d + i + 16, ref a1, ref b1, ref c1, ref d1);
            AddPart(from + i + 32, a + i + 32, b + i + 32, c + i + 32, d + i + 32, ref a2, ref b2, ref c2, ref d2);
            AddPart(from + i + 48, a + i + 48, b + i + 48, c + i + 48, d + i + 48, ref a3, ref b3, ref c3, ref d3);
        }

        for (; i < length; i += 16)
            AddPart(from + i, a + i, b + i, c + i, d + i, ref a0, ref b0, ref c0, ref d0);
        var sums = Avx.HorizontalAdd(
            Avx.HorizontalAdd(Half((a0 + a1) + (a2 + a3)), Half((b0 + b1) + (b2 + b3))), Avx.HorizontalAdd(Half((c0 + c1) + (c2 + c3)), Half((d0 + d1) + (d2 + d3))));
        return sums.GetLower() + sums.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Compute512(float* a, float* b, int length)
    {
        // Four sums hide the latency of the multiply-add.
        Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= length - 64; i += 64)
        {
            s0 = TDistance.Add(s0, Vector512.Load(a + i), Vector512.Load(b + i));
            s1 = TDistance.Add(s1, Vector512.Load(a + i + 16), Vector512.Load(b + i + 16));
            s2 = TDistance.Add(s2, Vector512.Load(a + i + 32), Vector512.Load(b + i + 32));
            s3 = TDistance.Add(s3, Vector512.Load(a + i + 48), Vector512.Load(b + i + 48));
        }

        for (; i < length; i += 16)
            s0 = TDistance.Add(s0, Vector512.Load(a + i), Vector512.Load(b + i));
        return Vector256.Sum(Half((s0 + s1) + (s2 + s3)));
    }

    // Without 256-bit registers the runtime lowers these to two 128-bit halves, or to scalar code: the portable path.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Compute256(float* a, float* b, int length)
    {
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= length - 32; i += 32)
        {
            s0 = TDistance.Add(s0, Vector256.Load(a + i), Vector256.Load(b + i));
            s1 = TDistance.Add(s1, Vector256.Load(a + i + 8), Vector256.Load(b + i + 8));
            s2 = TDistance.Add(s2, Vector256.Load(a + i + 16), Vector256.Load(b + i + 16));
            s3 = TDistance.Add(s3, Vector256.Load(a + i + 24), Vector256.Load(b + i + 24));
        }

        for (; i < length; i += 8)
            s0 = TDistance.Add(s0, Vector256.Load(a + i), Vector256.Load(b + i));
        return Vector256.Sum((s0 + s1) + (s2 + s3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddPart(
        float* from, float* a, float* b, float* c, float* d, ref Vector512<float> sumA, ref Vector512<float> sumB, ref Vector512<float> sumC, ref Vector512<float> sumD)
    {
        var part = Vector512.Load(from);
        sumA = TDistance.Add(sumA, part, Vector512.Load(a));
        sumB = TDistance.Add(sumB, part, Vector512.Load(b));
        sumC = TDistance.Add(sumC, part, Vector512.Load(c));
        sumD = TDistance.Add(sumD, part, Vector512.Load(d));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Half(Vector512<float> sum) => sum.GetLower() + sum.GetUpper();
}
