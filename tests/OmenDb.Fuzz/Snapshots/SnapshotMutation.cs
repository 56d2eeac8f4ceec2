using System.Buffers.Binary;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.Fuzz.Snapshots;

/// <summary>Random damage to a file.</summary>
internal static class SnapshotMutation
{
    private static readonly long[] Numbers =
    [
        0, 1, -1, 2, 7, 8, 63, 64, 255, 256, 4095, 4096, 65_536, int.MaxValue, int.MinValue, int.MaxValue / 2, uint.MaxValue, long.MaxValue, long.MinValue,
        0x7FC00000, 0x7F800000, unchecked((int)0xFF800000), 1, 0x7FF8000000000000, 0x7FF0000000000000, 0x3F800000, 0x7F7FFFFF,
    ];

    /// <summary>Changes a file in one to four places.</summary>
    /// <param name="file">The file.</param>
    /// <param name="other">Another one, to take pieces of.</param>
    /// <param name="random">What chance is made of.</param>
    public static byte[] Apply(byte[] file, byte[] other, Random random)
    {
        var bytes = (byte[])file.Clone();
        for (var changes = 1 + random.Next(4); changes > 0 && bytes.Length > 0; changes--)
            bytes = ApplyOne(bytes, other, random);
        return bytes;
    }

    private static byte[] ApplyOne(byte[] bytes, byte[] other, Random random)
    {
        var place = Place(bytes, random);
        var length = Math.Min(1 << random.Next(1, 13), bytes.Length - place);
        switch (random.Next(20))
        {
            case < 5:
                bytes[place] ^= (byte)(1 << random.Next(8));
                break;
            case < 7:
                bytes[place] = (byte)random.Next(256);
                break;
            case < 14:
                WriteNumber(bytes.AsSpan(place), random);
                break;
            case 14:
                return bytes[..place];
            case 15:
                return [.. bytes, .. new byte[random.Next(1, 5000)]];
            case 16:
                bytes.AsSpan(place, length).Clear();
                break;
            case 17:
                random.NextBytes(bytes.AsSpan(place, length));
                break;
            case 18:
                bytes.AsSpan(random.Next(bytes.Length - length + 1), length).CopyTo(bytes.AsSpan(place));
                break;
            default:
                var from = random.Next(other.Length);
                other.AsSpan(from, Math.Min(length, other.Length - from)).CopyTo(bytes.AsSpan(place));
                break;
        }

        return bytes;
    }

    // Half of all damage goes to header and table, where numbers steer everything else; numbers lie at multiples of 4.
    private static int Place(byte[] bytes, Random random)
    {
        var end = random.Next(2) == 0 ? Math.Min(bytes.Length, SnapshotLayout.HeaderBytes + (10 * SnapshotLayout.SectionBytes)) : bytes.Length;
        var place = random.Next(end);
        return random.Next(3) == 0 ? place : place & ~3;
    }

    private static void WriteNumber(Span<byte> at, Random random)
    {
        var number = Numbers[random.Next(Numbers.Length)] + random.Next(-1, 2);
        if (random.Next(3) == 0 && at.Length >= sizeof(int))
            number = BinaryPrimitives.ReadInt32LittleEndian(at) + random.Next(-2, 3);
        if (at.Length >= sizeof(long) && random.Next(2) == 0)
            BinaryPrimitives.WriteInt64LittleEndian(at, number);
        else if (at.Length >= sizeof(int))
            BinaryPrimitives.WriteInt32LittleEndian(at, (int)number);
    }
}
