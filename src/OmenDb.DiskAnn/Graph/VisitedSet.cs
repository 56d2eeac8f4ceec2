using System.Runtime.CompilerServices;

namespace OmenDb.DiskAnn.Graph;

/// <summary>Marks nodes as seen. A byte a node, cleared once in 255 searches because each search marks with its own number.</summary>
internal sealed class VisitedSet
{
    private byte[] _stamps = [];
    private byte _current;

    /// <summary>Forgets all marks.</summary>
    /// <param name="nodes">Node numbers stay below this.</param>
    public void Reset(int nodes)
    {
        if (_stamps.Length < nodes)
        {
            _stamps = new byte[Math.Max(nodes, (int)Math.Min((long)_stamps.Length * 3 / 2, Array.MaxLength))];
            _current = 0;
        }

        if (_current == byte.MaxValue)
        {
            _stamps.AsSpan().Clear();
            _current = 0;
        }

        _current++;
    }

    /// <summary>Marks a node.</summary>
    /// <returns>Whether it was not marked before.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryMark(int node)
    {
        ref var stamp = ref _stamps[node];
        var isNew = stamp != _current;
        stamp = _current; // always: a branch would be guessed wrong every third time
        return isNew;
    }
}
