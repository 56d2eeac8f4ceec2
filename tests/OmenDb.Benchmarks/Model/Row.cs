namespace OmenDb.Benchmarks.Model;

internal sealed class Row
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    /// <summary>0 to 999, evenly spread: <c>Share &lt; 10</c> holds for one row in a hundred. Indexed.</summary>
    public int Share { get; set; }

    /// <summary>The same value without an index.</summary>
    public int PlainShare { get; set; }

    public ReadOnlyMemory<float> Vector { get; set; }
}
