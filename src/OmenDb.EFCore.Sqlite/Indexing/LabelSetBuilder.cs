using System.Runtime.InteropServices;
using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Collects labels as words of 64, so that memory follows their number and not how far apart they lie.</summary>
/// <param name="vector">The vector of a search that takes each label once; <see langword="null"/> where labels may come again.</param>
internal sealed class LabelSetBuilder(string? vector)
{
    private (long Number, ulong Bits)[] _words = new (long, ulong)[256];
    private int _count;
    private long _added;

    public void Add(long label)
    {
        _added++;
        var number = label >> 6;
        if (_count == 0 || _words[_count - 1].Number != number) // mostly the last label's
        {
            if (_count == _words.Length)
                MakeRoom();
            _words[_count++] = (number, 0);
        }

        _words[_count - 1].Bits |= 1UL << (int)(label & 63);
    }

    /// <summary>Of each word its number, which is that of its labels divided by 64, and its bits: 64-bit integers in the machine's order, as the statement is that made them.</summary>
    public byte[] ToBytes()
    {
        Merge();
        var bytes = MemoryMarshal.AsBytes(_words.AsSpan(0, _count)).ToArray();
        return vector is null || Read(bytes).Count == _added
            ? bytes
            : throw new InvalidOperationException(
                $"A search by '{vector}' for each row of another query takes each row of its source once, and this source gives one several times. Write Distinct() before NearestTo.");
    }

    /// <summary>Reads what <see cref="ToBytes"/> wrote. No bytes mean no labels.</summary>
    public static LabelSet Read(ReadOnlySpan<byte> bytes) => bytes.Length % (2 * sizeof(long)) == 0
        ? LabelSet.FromWords(MemoryMarshal.Cast<byte, (long, ulong)>(bytes))
        : throw new ArgumentException("rows is not a result of omen_rowset");

    private void MakeRoom()
    {
        Merge();
        if (_count > _words.Length / 2)
            Array.Resize(ref _words, 2 * _words.Length);
    }

    // Words come again where rows come in the order of another column. Merges them, unless they are spread over more than twice as many: then few have come again.
    private void Merge()
    {
        long first = long.MaxValue, last = long.MinValue;
        foreach (var (number, _) in _words.AsSpan(0, _count))
        {
            first = Math.Min(first, number);
            last = Math.Max(last, number);
        }

        if (_count == 0 || (ulong)(last - first) >= 2 * (ulong)_count)
            return;
        var bitmap = new ulong[last - first + 1];
        foreach (var (number, bits) in _words.AsSpan(0, _count))
            bitmap[number - first] |= bits;
        _count = 0;
        for (var i = 0; i < bitmap.Length; i++)
        {
            if (bitmap[i] != 0)
                _words[_count++] = (first + i, bitmap[i]);
        }
    }
}
