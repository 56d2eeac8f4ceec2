using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace OmenDb.DiskAnn.Storage;

/// <summary>
/// A 64-bit checksum at the speed of memory: 32 independent lanes of 64 bits, each step of which can be undone, so a change confined to one
/// word always changes its lane; the lanes are folded in the same way. It guards against accidents, not against forgery.
/// </summary>
internal static class Checksum
{
    private const int Lanes = 32;
    private const int BlockBytes = Lanes * sizeof(ulong);
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong Seed = 0xD6E8FEB86659FD93;

    /// <summary>The checksum of some bytes; the same on every machine.</summary>
    public static ulong Compute(ReadOnlySpan<byte> data)
    {
        Span<ulong> lanes = stackalloc ulong[Lanes];
        for (var i = 0; i < Lanes; i++)
            lanes[i] = Seed + (ulong)i;

        var whole = data.Length / BlockBytes * BlockBytes;
        if (whole > 0)
            AddBlocks(lanes, MemoryMarshal.Cast<byte, Vector512<ulong>>(data[..whole]));
        if (whole < data.Length)
        {
            Span<byte> last = stackalloc byte[BlockBytes];
            last.Clear();
            data[whole..].CopyTo(last);
            AddBlocks(lanes, MemoryMarshal.Cast<byte, Vector512<ulong>>((ReadOnlySpan<byte>)last));
        }

        var sum = Step(Seed, (ulong)data.Length);
        foreach (var lane in lanes)
            sum = Step(sum, lane);
        return sum ^ (sum >> 32);
    }

    /// <summary>The checksum of a list of checksums.</summary>
    public static ulong Combine(ReadOnlySpan<ulong> parts)
    {
        var sum = Step(Seed, (ulong)parts.Length);
        foreach (var part in parts)
            sum = Step(sum, part);
        return sum ^ (sum >> 32);
    }

    private static ulong Step(ulong sum, ulong word) => BitOperations.RotateLeft(sum ^ word, 29) * Multiplier;

    private static void AddBlocks(Span<ulong> lanes, ReadOnlySpan<Vector512<ulong>> data)
    {
        var state = MemoryMarshal.Cast<ulong, Vector512<ulong>>(lanes);
        Vector512<ulong> s0 = state[0], s1 = state[1], s2 = state[2], s3 = state[3];
        for (var i = 0; i + 3 < data.Length; i += 4)
        {
            s0 = Step(s0, data[i]);
            s1 = Step(s1, data[i + 1]);
            s2 = Step(s2, data[i + 2]);
            s3 = Step(s3, data[i + 3]);
        }

        state[0] = s0;
        state[1] = s1;
        state[2] = s2;
        state[3] = s3;
    }

    private static Vector512<ulong> Step(Vector512<ulong> sum, Vector512<ulong> word)
    {
        var mixed = sum ^ word;
        return ((mixed << 29) | (mixed >>> 35)) * Multiplier;
    }
}
