using System.Numerics;

namespace OmenDb.DiskAnn;

/// <summary>An immutable set of labels, kept as a bitmap over the span from its smallest to its largest label.</summary>
public sealed class LabelSet
{
    private readonly long _first;
    private readonly ulong[] _words;

    private LabelSet(long first, ulong[] words)
    {
        _first = first;
        _words = words;
        foreach (var word in words)
            Count += BitOperations.PopCount(word);
    }

    /// <summary>The labels in the set.</summary>
    public int Count { get; }

    /// <summary>Makes a set from a bitmap.</summary>
    /// <param name="first">The label that bit 0 of the first word stands for.</param>
    /// <param name="words">64 labels a word, lowest bit first.</param>
    public static LabelSet FromBitmap(long first, ReadOnlySpan<ulong> words) => new(first, words.ToArray());

    /// <summary>Makes a set from labels in any order; repeated ones count once.</summary>
    /// <param name="labels">The labels.</param>
    public static LabelSet FromLabels(ReadOnlySpan<long> labels)
    {
        if (labels.IsEmpty)
            return new LabelSet(0, []);
        long first = long.MaxValue, last = long.MinValue;
        foreach (var label in labels)
        {
            first = Math.Min(first, label);
            last = Math.Max(last, label);
        }

        var words = new ulong[checked((int)(((ulong)(last - first) >> 6) + 1))];
        foreach (var label in labels)
            words[(label - first) >> 6] |= 1UL << (int)((label - first) & 63);
        return new LabelSet(first, words);
    }

    /// <summary>Whether <paramref name="label"/> is in the set.</summary>
    /// <param name="label">A label.</param>
    public bool Contains(long label)
    {
        var offset = (ulong)(label - _first);
        var word = offset >> 6;
        return label >= _first && word < (ulong)_words.Length && (_words[word] >> (int)(offset & 63) & 1) != 0;
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

            Current = _set._first + ((long)_word << 6) + BitOperations.TrailingZeroCount(_rest);
            _rest &= _rest - 1;
            return true;
        }
    }
}
