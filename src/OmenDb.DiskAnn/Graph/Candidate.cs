using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

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

    /// <summary>Packs four nodes and their scores.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<ulong> Pack(Vector128<float> scores, Vector128<int> nodes)
    {
        var bits = scores.AsInt32();
        var ordered = bits ^ ((bits >> 31) | Vector128.Create(int.MinValue));
        var (low, high) = Vector128.Widen((nodes << 1).AsUInt32());
        var (lowScore, highScore) = Vector128.Widen(ordered.AsUInt32());
        return Vector256.Create(low | (lowScore << 32), high | (highScore << 32));
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
