using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>
/// pgvector's binary and text formats. Binary, big-endian: the number of elements and a zero, 16 bits each, then the elements, 32-bit or 16-bit floats.
/// </summary>
public static class VectorWire
{
    private const int Header = 2 * sizeof(ushort);

    /// <summary>The bytes of a vector.</summary>
    public static byte[] ToBytes<T>(ReadOnlyMemory<T> vector)
        where T : unmanaged
    {
        var bytes = new byte[Header + vector.Length * Unsafe.SizeOf<T>()];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, checked((ushort)vector.Length));
        Reverse(Unsafe.SizeOf<T>(), MemoryMarshal.AsBytes(vector.Span), bytes.AsSpan(Header));
        return bytes;
    }

    /// <summary>The elements in a vector's bytes.</summary>
    public static T[] ToElements<T>(byte[] bytes)
        where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(bytes);
        var elements = new T[BinaryPrimitives.ReadUInt16BigEndian(bytes)];
        if (bytes.Length != Header + elements.Length * Unsafe.SizeOf<T>())
            throw new InvalidDataException($"The server sent {bytes.Length:N0} bytes for a vector of {elements.Length:N0} elements; its format is not pgvector's.");
        Reverse(Unsafe.SizeOf<T>(), bytes.AsSpan(Header), MemoryMarshal.AsBytes(elements.AsSpan()));
        return elements;
    }

    /// <summary>A vector as SQL writes it: <c>[1,2,3]</c>.</summary>
    public static string ToText<T>(ReadOnlyMemory<T> vector)
        where T : unmanaged, IFormattable
    {
        var text = new StringBuilder("[");
        foreach (var element in vector.Span)
            text.Append(text.Length > 1 ? "," : "").Append(element.ToString("R", CultureInfo.InvariantCulture));
        return text.Append(']').ToString();
    }

    private static void Reverse(int elementSize, ReadOnlySpan<byte> from, Span<byte> to)
    {
        if (!BitConverter.IsLittleEndian)
            from.CopyTo(to);
        else if (elementSize == sizeof(int))
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, int>(from), MemoryMarshal.Cast<byte, int>(to));
        else
            BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<byte, short>(from), MemoryMarshal.Cast<byte, short>(to));
    }
}
