namespace OmenDb.Benchmarks.Measuring;

/// <summary>One way to ask, and what it cost.</summary>
/// <param name="name">What it is called in the table.</param>
/// <param name="run">Runs one query by number; returns how many rows came.</param>
/// <param name="cleanUp">Runs after each query, outside of the measurement.</param>
internal sealed class QueryShape(string name, Func<int, int> run, Action? cleanUp = null)
{
    public string Name => name;

    /// <summary>Microseconds.</summary>
    public List<double> Times { get; } = [];

    public double Median => Samples.Median(Times);

    /// <summary>Of one query, on the calling thread, in the middle case.</summary>
    public double AllocatedBytes => Samples.Median(Allocations);

    public List<double> Allocations { get; } = [];

    public int Run(int query) => run(query);

    public void CleanUp() => cleanUp?.Invoke();
}
