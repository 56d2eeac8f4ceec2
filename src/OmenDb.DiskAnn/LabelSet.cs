using System.Numerics;

namespace OmenDb.DiskAnn;

/// <summary>
/// An immutable set of labels: a bitmap over the span from its smallest to its largest label, or, where they lie far apart, only the words of it that hold any.
/// </summary>
/// <example><code>
/// var count = index.Search(query, nearest, new SearchOptions { Allowed = LabelSet.FromLabels(labels) });
/// </code></example>
public sealed class LabelSet
{
    // A bitmap has at most so many words, and so many more for each that holds a label.
    private const int FreeWords = 1024;
    private const int WordsPerLabel = 4;

    private readonly long _first; // the first word's number; labels / 64, rounded down
    private readonly long[]? _numbers; // those of the words, ascending, where not all are kept
    private readonly ulong[] _words;

    private LabelSet(long first, long[]? numbers, ulong[] words)
    {
        _first = first;
        _numbers = numbers;
        _words = words;
        foreach (var word in words)
            Count += BitOperations.PopCount(word);
    }

    /// <summary>The labels in the set.</summary>
    public int Count { get; }

    /// <summary>Makes a set from labels in any order; repeated ones count once.</summary>
    /// <param name="labels">The labels.</param>
    public static LabelSet FromLabels(ReadOnlySpan<long> labels)
    {
        var words = new (long Number, ulong Bits)[labels.Length];
        for (var i = 0; i < labels.Length; i++)
            words[i] = (labels[i] >> 6, 1UL << (int)(labels[i] & 63));
        return FromWords(words);
    }

    /// <summary>Makes a set from words of 64 labels in any order, the lowest label in the lowest bit; what is repeated counts once.</summary>
    /// <param name="words">The number of each word, which is that of its labels divided by 64, and its bits.</param>
    internal static LabelSet FromWords(ReadOnlySpan<(long Number, ulong Bits)> words)
    {
        if (words.IsEmpty)
            return new LabelSet(0, null, []);
        long first = long.MaxValue, last = long.MinValue;
        foreach (var (number, _) in words)
        {
            first = Math.Min(first, number);
            last = Math.Max(last, number);
        }

        if ((ulong)(last - first) >= FreeWords + ((ulong)WordsPerLabel * (ulong)words.Length))
            return Sparse(words);
        var bitmap = new ulong[last - first + 1];
        foreach (var (number, bits) in words)
            bitmap[number - first] |= bits;
        return new LabelSet(first, null, bitmap);
    }

    private static LabelSet Sparse(ReadOnlySpan<(long Number, ulong Bits)> words)
    {
        var sorted = words.ToArray();
        Array.Sort(sorted, static (a, b) => a.Number.CompareTo(b.Number));
        var (numbers, merged) = (new List<long>(), new List<ulong>());
        foreach (var (number, bits) in sorted)
        {
            if (numbers is [.., var previous] && previous == number)
            {
                merged[^1] |= bits;
            }
            else
            {
                numbers.Add(number);
                merged.Add(bits);
            }
        }

        return new LabelSet(0, [.. numbers], [.. merged]);
    }

    /// <summary>Whether <paramref name="label"/> is in the set.</summary>
    /// <param name="label">A label.</param>
    public bool Contains(long label)
    {
        var word = _numbers is null ? (label >> 6) - _first : Array.BinarySearch(_numbers, label >> 6);
        return (ulong)word < (ulong)_words.Length && (_words[word] >> (int)(label & 63) & 1) != 0;
    }

    /// <summary>Goes through the labels in ascending order.</summary>
    /// <returns>An enumerator that allocates nothing.</returns>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Goes through the labels of a set in ascending order.</summary>
    public struct Enumerator
    {
        private readonly LabelSet _set;
        private ulong _rest;
        private int _word;

        internal Enumerator(LabelSet set)
        {
            _set = set;
            _word = -1;
        }

        /// <summary>The label the enumerator stands at.</summary>
        public long Current { get; private set; }

        /// <summary>Moves to the next label.</summary>
        /// <returns>Whether there is one.</returns>
        public bool MoveNext()
        {
            while (_rest == 0)
            {
                if (++_word >= _set._words.Length)
                    return false;
                _rest = _set._words[_word];
            }

            Current = ((_set._numbers is { } numbers ? numbers[_word] : _set._first + _word) << 6) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }

        /// <summary>Moves on by several labels.</summary>
        /// <param name="labels">Receives them.</param>
        /// <returns>How many there were.</returns>
        internal int Read(Span<long> labels)
        {
            var (words, numbers, rest, word, count) = (_set._words, _set._numbers, _rest, _word, 0);
            while (count < labels.Length)
            {
                if (rest == 0)
                {
                    if (++word >= words.Length)
                        break;
                    rest = words[word];
                    continue;
                }

                labels[count++] = ((numbers is null ? _set._first + word : numbers[word]) << 6) + BitOperations.TrailingZeroCount(rest);
                rest &= rest - 1;
            }

            (_rest, _word) = (rest, word);
            return count;
        }
    }
}
