namespace OmenDb.Benchmarks.Measuring;

/// <summary>The nearest rows offered so far, in order.</summary>
internal sealed class NearestList(int capacity)
{
    private readonly float[] _distances = new float[capacity];
    private readonly int[] _rows = new int[capacity];
    private int _count;

    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, _count);

    public void Offer(int row, float distance)
    {
        if (_count == capacity && distance >= _distances[^1])
            return;
        if (_count < capacity)
            _count++;
        var place = _count - 1;
        for (; place > 0 && _distances[place - 1] > distance; place--)
        {
            _distances[place] = _distances[place - 1];
            _rows[place] = _rows[place - 1];
        }

        _distances[place] = distance;
        _rows[place] = row;
    }
}
