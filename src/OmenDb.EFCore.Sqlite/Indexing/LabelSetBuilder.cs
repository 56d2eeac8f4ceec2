using System.Runtime.InteropServices;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Collects labels as words of 64, so that memory follows their number and not how far apart they lie.</summary>
internal sealed class LabelSetBuilder
{
    private readonly Dictionary<long, ulong> _words = [];
    private long _number;
    private ulong _bits; // of the word that was added to last: mostly the next label's too

    public void Add(long label)
    {
        if (label >> 6 != _number)
        {
            Keep();
            (_number, _bits) = (label >> 6, 0);
        }

        _bits |= 1UL << (int)(label & 63);
    }

    /// <summary>Of each word its number, which is that of its labels divided by 64, and its bits: 64-bit integers in the machine's order, as the statement is that made them.</summary>
    public byte[] ToBytes()
    {
        Keep();
        var bytes = new byte[2 * sizeof(long) * _words.Count];
        var words = MemoryMarshal.Cast<byte, (long Number, ulong Bits)>(bytes.AsSpan());
        var i = 0;
        foreach (var (number, bits) in _words)
            words[i++] = (number, bits);
        return bytes;
    }

    private void Keep()
    {
        if (_bits != 0)
            CollectionsMarshal.GetValueRefOrAddDefault(_words, _number, out _) |= _bits;
    }
}
