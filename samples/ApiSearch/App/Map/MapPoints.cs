using System.Runtime.InteropServices;
using System.Text.Json;

namespace ApiSearch.Map;

/// <summary>
/// The map as bytes, little-endian: the length of a JSON header (4 bytes), the header (how many points, and the groups that they are coloured by, largest
/// first), zeros up to a multiple of four, then the columns: row (4 bytes each), x (2), y (2), group (2).
/// </summary>
public static class MapPoints
{
    public static byte[] Pack(IReadOnlyList<(int Row, string Group)> entries, (float X, float Y)[] places)
    {
        var groups = entries.CountBy(e => e.Group).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var indexes = groups.Select((g, i) => (g.Key, i)).ToDictionary(g => g.Key, g => (ushort)g.i, StringComparer.Ordinal);
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new { count = entries.Count, groups = groups.Select(g => new { name = g.Key, count = g.Value }) });

        // A few points far out must not make all the others small: they stand at the border.
        var far = places.SelectMany(p => new[] { Math.Abs(p.X), Math.Abs(p.Y) }).Order().ElementAtOrDefault((int)(places.Length * 2 * 0.9995)) * 1.02f;
        short Scale(float value) => (short)(Math.Clamp(value / far, -1, 1) * short.MaxValue);

        using var stream = new MemoryStream();
        stream.Write(BitConverter.GetBytes(header.Length));
        stream.Write(header);
        stream.Write(new byte[(4 - (header.Length % 4)) % 4]);
        stream.Write(MemoryMarshal.AsBytes<int>(entries.Select(e => e.Row).ToArray()));
        stream.Write(MemoryMarshal.AsBytes<short>(places.Select(p => Scale(p.X)).ToArray()));
        stream.Write(MemoryMarshal.AsBytes<short>(places.Select(p => Scale(p.Y)).ToArray()));
        stream.Write(MemoryMarshal.AsBytes<ushort>(entries.Select(e => indexes[e.Group]).ToArray()));
        return stream.ToArray();
    }
}
