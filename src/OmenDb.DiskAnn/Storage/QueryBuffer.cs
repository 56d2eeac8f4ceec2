using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OmenDb.DiskAnn.Storage;

// Invariant: the array is pinned for its whole life, and the aligned window of `length` elements lies inside it.

/// <summary>Memory for one encoded query: pinned and aligned like a stored row.</summary>
/// <typeparam name="T">The elements.</typeparam>
internal sealed unsafe class QueryBuffer<T>
    where T : unmanaged
{
    private const int LineBytes = 64;

    private readonly T[] _memory;
    private readonly int _start;
    private readonly int _length;

    public QueryBuffer(int length)
    {
        _memory = GC.AllocateArray<T>(length + LineBytes / sizeof(T), pinned: true);
        _length = length;
        var address = (nuint)First();
        _start = (int)((LineBytes - address % LineBytes) % LineBytes / (nuint)sizeof(T));
    }

    public Span<T> Span => _memory.AsSpan(_start, _length);

    public T* Pointer => First() + _start;

    private T* First() => (T*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
}
