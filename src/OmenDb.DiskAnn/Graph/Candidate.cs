using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// A node and its score in 64 bits that order as numbers: by score, then by node. The lowest bit says that the node was expanded.
/// </summary>
internal static class Candidate
{
    /// <summary>Set on a candidate whose neighbours were scored.</summary>
    public const ulong Expanded = 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Pack(float score, int node)
    {
        var bits = BitConverter.SingleToInt32Bits(score);
        var ordered = (uint)(bits ^ ((bits >> 31) | int.MinValue));
        return (ulong)ordered << 32 | (uint)node << 1;
    }

    /// <summary>Packs eight nodes and their scores, where there is AVX2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<ulong> First, Vector256<ulong> Second) Pack(Vector256<float> scores, Vector256<int> nodes)
    {
        var bits = scores.AsInt32();
        var ordered = bits ^ ((bits >> 31) | Vector256.Create(int.MinValue));
        var numbers = nodes << 1;
        var (low, high) = (Avx2.UnpackLow(numbers, ordered), Avx2.UnpackHigh(numbers, ordered));
        return (Avx2.Permute2x128(low, high, 0x20).AsUInt64(), Avx2.Permute2x128(low, high, 0x31).AsUInt64());
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Node(ulong candidate) => (int)((uint)candidate >> 1);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Score(ulong candidate)
    {
        var ordered = (int)(candidate >> 32);
        return BitConverter.Int32BitsToSingle(ordered ^ (~(ordered >> 31) | int.MinValue));
    }
}
