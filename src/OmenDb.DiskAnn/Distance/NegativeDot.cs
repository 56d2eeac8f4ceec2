using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OmenDb.DiskAnn.Distance;

/// <summary>The dot product with its sign turned, so that smaller is nearer.</summary>
internal readonly struct NegativeDot : IDistance
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> sum, Vector512<float> a, Vector512<float> b) => Vector512.FusedMultiplyAdd(-a, b, sum);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> sum, Vector256<float> a, Vector256<float> b) => Vector256.MultiplyAddEstimate(-a, b, sum);
}
