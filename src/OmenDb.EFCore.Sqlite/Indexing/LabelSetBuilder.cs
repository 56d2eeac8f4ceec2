using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Collects labels into a bitmap that grows both ways from the first one.</summary>
internal sealed class LabelSetBuilder
{
    private const int MaxWords = 1 << 26; // 4 billion labels, half a gigabyte
    private long _first;
    private ulong[] _words = [];

    public void Add(long label)
    {
        if (_words.Length == 0)
        {
            _first = label & ~63L;
            _words = new ulong[64];
        }

        var word = (label - _first) >> 6;
        if ((ulong)word >= (ulong)_words.Length)
            word = Grow(label, word);
        _words[word] |= 1UL << (int)(label & 63);
    }

    /// <summary>The first label as a little-endian 64-bit integer, then the bitmap from it on.</summary>
    public byte[] ToBytes()
    {
        var length = _words.AsSpan().LastIndexOfAnyExcept(0UL) + 1;
        var bytes = new byte[sizeof(long) * (length + 1)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, _first);
        MemoryMarshal.AsBytes(_words.AsSpan(0, length)).CopyTo(bytes.AsSpan(sizeof(long)));
        return bytes;
    }

    private long Grow(long label, long word)
    {
        var before = word < 0 ? Math.Max(-word, _words.Length) : 0;
        var length = Math.Max(before + _words.Length, Math.Max(word + 1, word < 0 ? 0 : _words.Length * 2L));
        if (length > MaxWords)
            throw new InvalidOperationException("the labels of the filtered rows lie too far apart");
        var words = new ulong[length];
        _words.CopyTo(words, before);
        _words = words;
        _first -= before << 6;
        return (label - _first) >> 6;
    }
}
