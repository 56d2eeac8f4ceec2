using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace OmenDb.Benchmarks.Vectors;

/// <summary>A file of rows without a header, of bytes or of floats.</summary>
internal sealed class VectorFile : IVectorSource
{
    private readonly byte[] _content;
    private readonly bool _isBytes;

    /// <param name="path">The path without the extension that tells the element type.</param>
    /// <param name="dimensions">Elements per row.</param>
    public VectorFile(string path, int dimensions)
    {
        _isBytes = File.Exists(path + ".u8");
        _content = File.ReadAllBytes(path + (_isBytes ? ".u8" : ".f32"));
        Dimensions = dimensions;
        Count = _content.Length / (dimensions * (_isBytes ? 1 : sizeof(float)));
    }

    public int Count { get; }

    public int Dimensions { get; }

    public void Copy(int row, Span<float> destination)
    {
        if (_isBytes)
            TensorPrimitives.ConvertChecked<byte, float>(_content.AsSpan(row * Dimensions, Dimensions), destination);
        else
            MemoryMarshal.Cast<byte, float>(_content).Slice(row * Dimensions, Dimensions).CopyTo(destination);
    }
}
