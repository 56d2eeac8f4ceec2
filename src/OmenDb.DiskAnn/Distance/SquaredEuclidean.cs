using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace OmenDb.DiskAnn.Distance;

/// <summary>The sum of squared differences.</summary>
internal readonly struct SquaredEuclidean : IDistance
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Add(Vector512<float> sum, Vector512<float> a, Vector512<float> b)
    {
        var difference = a - b;
        return Vector512.FusedMultiplyAdd(difference, difference, sum);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<float> Add(Vector256<float> sum, Vector256<float> a, Vector256<float> b)
    {
        var difference = a - b;
        return Vector256.MultiplyAddEstimate(difference, difference, sum);
    }
}
