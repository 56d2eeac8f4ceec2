using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace OmenDb.DiskAnn.Storage;

// Invariant: an address is only a hint to the processor; nothing is read or written through it.

/// <summary>
/// An array that grows by chunks which never move, so that one writer may grow it while others read. Only the first is replaced by larger copies until it is whole, since many arrays stay small:
/// who reads an element meanwhile reads it as it was.
/// </summary>
/// <typeparam name="T">The elements.</typeparam>
internal sealed class ChunkedArray<T>
    where T : unmanaged
{
    private const int Shift = 12;
    private const int ChunkLength = 1 << Shift;
    private const int Mask = ChunkLength - 1;
    private const int FirstLength = 64;

    private T[][] _chunks = [[]];
    private int _count = 1;

    /// <summary>Elements there is room for.</summary>
    public long Capacity => _count == 1 ? _chunks[0].Length : (long)_count << Shift;

    /// <summary>One element.</summary>
    /// <param name="index">Below <see cref="Capacity"/>.</param>
    public ref T this[int index] => ref _chunks[index >> Shift][index & Mask];

    /// <summary>Asks the processor to load an element; nothing happens where there is none.</summary>
    public unsafe void Prefetch(int index)
    {
        var chunks = _chunks;
        if (Sse.IsSupported && index >> Shift < chunks.Length && chunks[index >> Shift] is { } chunk && (index & Mask) < chunk.Length)
            Sse.Prefetch0(Unsafe.AsPointer(ref chunk[index & Mask])); // a hint: a chunk that the collector moves makes it useless, not wrong
    }

    /// <summary>Makes room. Only the writer calls it.</summary>
    /// <param name="length">Elements there must be room for.</param>
    public void EnsureCapacity(long length)
    {
        if (length > Capacity && Capacity < ChunkLength)
            GrowFirst((int)Math.Clamp(length, FirstLength, ChunkLength));
        while (Capacity < length)
        {
            if (_count == _chunks.Length)
            {
                var larger = new T[Math.Max(4, _count * 2)][];
                _chunks.CopyTo(larger, 0);
                larger[_count] = new T[ChunkLength];
                Volatile.Write(ref _chunks, larger);
            }
            else
            {
                _chunks[_count] = new T[ChunkLength];
            }

            _count++;
        }
    }

    private void GrowFirst(int length)
    {
        var larger = new T[BitOperations.RoundUpToPowerOf2((uint)length)];
        _chunks[0].CopyTo(larger, 0);
        Volatile.Write(ref _chunks[0], larger);
    }
}
