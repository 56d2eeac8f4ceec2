using System.Runtime.InteropServices;

namespace OmenDb.DiskAnn.Storage;

// Invariant: the array is pinned for its whole life, and the aligned window of `length` floats lies inside it.

/// <summary>Memory for one encoded query: pinned and aligned like a stored row.</summary>
internal sealed unsafe class QueryBuffer
{
    private const int LineBytes = 64;

    private readonly float[] _memory;
    private readonly int _start;
    private readonly int _length;

    public QueryBuffer(int length)
    {
        _memory = GC.AllocateArray<float>(length + LineBytes / sizeof(float), pinned: true);
        _length = length;
        var address = (nuint)Unsafe();
        _start = (int)((LineBytes - address % LineBytes) % LineBytes / sizeof(float));
    }

    public Span<float> Span => _memory.AsSpan(_start, _length);

    public float* Pointer => Unsafe() + _start;

    private float* Unsafe() => (float*)System.Runtime.CompilerServices.Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(_memory));
}
