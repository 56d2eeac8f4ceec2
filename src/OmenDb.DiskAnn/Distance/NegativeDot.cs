using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OmenDb.DiskAnn.Distance;

// Invariant: both pointers address `length` readable floats and `length` is a multiple of 16, so no loop below has a tail.

/// <summary>The dot product with its sign turned, so that smaller is nearer.</summary>
internal readonly unsafe struct NegativeDot : IDistance
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Compute(float* a, float* b, int length) =>
        Vector512.IsHardwareAccelerated ? Compute512(a, b, length) : Compute256(a, b, length);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Compute512(float* a, float* b, int length)
    {
        Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= length - 64; i += 64)
        {
            s0 = Vector512.FusedMultiplyAdd(Vector512.Load(a + i), Vector512.Load(b + i), s0);
            s1 = Vector512.FusedMultiplyAdd(Vector512.Load(a + i + 16), Vector512.Load(b + i + 16), s1);
            s2 = Vector512.FusedMultiplyAdd(Vector512.Load(a + i + 32), Vector512.Load(b + i + 32), s2);
            s3 = Vector512.FusedMultiplyAdd(Vector512.Load(a + i + 48), Vector512.Load(b + i + 48), s3);
        }

        for (; i < length; i += 16)
            s0 = Vector512.FusedMultiplyAdd(Vector512.Load(a + i), Vector512.Load(b + i), s0);
        return -Vector512.Sum((s0 + s1) + (s2 + s3));
    }

    // Without 256-bit registers the runtime lowers these to two 128-bit halves, or to scalar code: the portable path.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Compute256(float* a, float* b, int length)
    {
        Vector256<float> s0 = default, s1 = default, s2 = default, s3 = default;
        var i = 0;
        for (; i <= length - 32; i += 32)
        {
            s0 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i), Vector256.Load(b + i), s0);
            s1 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i + 8), Vector256.Load(b + i + 8), s1);
            s2 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i + 16), Vector256.Load(b + i + 16), s2);
            s3 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i + 24), Vector256.Load(b + i + 24), s3);
        }

        for (; i < length; i += 8)
            s0 = Vector256.MultiplyAddEstimate(Vector256.Load(a + i), Vector256.Load(b + i), s0);
        return -Vector256.Sum((s0 + s1) + (s2 + s3));
    }
}
