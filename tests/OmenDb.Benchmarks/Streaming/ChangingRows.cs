using OmenDb.Benchmarks.Vectors;

namespace OmenDb.Benchmarks.Streaming;

/// <summary>The rows that are in the places now.</summary>
internal sealed class ChangingRows(IVectorSource all, int places) : IVectorSource
{
    private readonly int[] _rows = new int[places];

    public int Count => places;

    public int Dimensions => all.Dimensions;

    public void Put(IEnumerable<(int Place, int Row)> changes)
    {
        foreach (var (place, row) in changes)
            _rows[place] = row;
    }

    public void Copy(int row, Span<float> destination) => all.Copy(_rows[row], destination);

    /// <summary>All of them, one after the other.</summary>
    public float[] ToArray()
    {
        var vectors = new float[places * Dimensions];
        for (var place = 0; place < places; place++)
            Copy(place, vectors.AsSpan(place * Dimensions, Dimensions));
        return vectors;
    }
}
