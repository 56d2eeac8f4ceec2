using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OmenDb.DiskAnn.Distance;

// Invariant: both pointers address `length` readable floats and `length` is a multiple of 16, so no loop below has a tail.

/// <summary>The sum of squared differences.</summary>
internal readonly unsafe struct SquaredEuclidean : IDistance
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Compute(float* a, float* b, int length) =>
        Vector512.IsHardwareAccelerated ? Compute512(a, b, length) : Compute256(a, b, length);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Compute512(float* a, float* b, int length)
    {
        // Four sums hide the latency of the multiply-add.
        Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= length - 64; i += 64)
        {
            s0 = Step(a + i, b + i, s0);
            s1 = Step(a + i + 16, b + i + 16, s1);
            s2 = Step(a + i + 32, b + i + 32, s2);
            s3 = Step(a + i + 48, b + i + 48, s3);
        }

        for (; i < length; i += 16)
            s0 = Step(a + i, b + i, s0);
        return Vector512.Sum((s0 + s1) + (s2 + s3));
    }

    // Without 256-bit registers the runtime lowers these to two 128-bit halves, or to scalar code: the portable path.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Compute256(float* a, float* b, int length)
    {
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= length - 32; i += 32)
        {
            s0 = Step(a + i, b + i, s0);
            s1 = Step(a + i + 8, b + i + 8, s1);
            s2 = Step(a + i + 16, b + i + 16, s2);
            s3 = Step(a + i + 24, b + i + 24, s3);
        }

        for (; i < length; i += 8)
            s0 = Step(a + i, b + i, s0);
        return Vector256.Sum((s0 + s1) + (s2 + s3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Step(float* a, float* b, Vector512<float> sum)
    {
        var difference = Vector512.Load(a) - Vector512.Load(b);
        return Vector512.FusedMultiplyAdd(difference, difference, sum);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Step(float* a, float* b, Vector256<float> sum)
    {
        var difference = Vector256.Load(a) - Vector256.Load(b);
        return Vector256.MultiplyAddEstimate(difference, difference, sum);
    }
}
