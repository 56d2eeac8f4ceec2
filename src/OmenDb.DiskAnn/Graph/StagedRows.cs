using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>The rows of a sub-batch, written behind the published ones; equal vectors within the sub-batch share a row.</summary>
internal sealed class StagedRows
{
    private VectorRows _rows = null!;
    private int[] _table = [];
    private bool[] _taken = [];
    private int _first;

    /// <summary>Rows kept.</summary>
    public int Count { get; private set; }

    /// <summary>Begins a sub-batch.</summary>
    /// <param name="rows">Where they are written.</param>
    /// <param name="first">The first row.</param>
    /// <param name="capacity">Vectors there will be.</param>
    public void Begin(VectorRows rows, int first, int capacity)
    {
        _rows = rows;
        _first = first;
        Count = 0;
        var length = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, capacity * 2));
        if (_table.Length != length)
            _table = new int[length];
        else
            _table.AsSpan().Clear();
        if (_taken.Length < capacity)
            _taken = new bool[capacity];
        _taken.AsSpan().Clear();
    }

    /// <summary>Keeps the row that was written at <c>first + Count</c>, unless an equal one was kept before.</summary>
    /// <returns>The number of the row that holds the vector, counted from the first.</returns>
    public int Keep()
    {
        var mask = _table.Length - 1;
        for (var i = (int)_rows.Hash(_first + Count) & mask; ; i = (i + 1) & mask)
        {
            var kept = _table[i] - 1;
            if (kept < 0)
            {
                _table[i] = Count + 1;
                return Count++;
            }

            if (_rows.AreEqual(_first + kept, _first + Count))
                return kept;
        }
    }

    /// <summary>Whether this is the first call for a row.</summary>
    public bool TakeFirst(int row)
    {
        var isFirst = !_taken[row];
        _taken[row] = true;
        return isFirst;
    }
}
