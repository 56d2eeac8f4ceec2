using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace OmenDb.DiskAnn.Graph;

// Invariant: nodes below the limit that was compared with the array's length are in it, and no more are kept than there are.

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
        stamp = _current;
        return isNew;
    }

    /// <summary>Marks nodes, and tells which were not marked before.</summary>
    /// <param name="nodes">The nodes, to the first -1.</param>
    /// <param name="limit">Nodes from here on are passed over; at most what <see cref="Reset"/> was told.</param>
    /// <param name="unmarked">Receives the nodes that were not marked; as long as <paramref name="nodes"/>.</param>
    /// <returns>How many there are.</returns>
    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    public int Mark(ReadOnlySpan<int> nodes, int limit, Span<int> unmarked)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, _stamps.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes.Length, unmarked.Length);
        ref var stamps = ref MemoryMarshal.GetArrayDataReference(_stamps);
        ref var kept = ref MemoryMarshal.GetReference(unmarked);
        var current = _current;
        var count = 0;
        foreach (var node in nodes)
        {
            if ((uint)node >= (uint)limit)
            {
                if (node < 0)
                    break;
                continue;
            }

            // Marked and counted always: a branch would be guessed wrong every third time.
            ref var stamp = ref Unsafe.Add(ref stamps, node);
            Unsafe.Add(ref kept, count) = node;
            count += stamp != current ? 1 : 0;
            stamp = current;
        }

        return count;
    }
}
