namespace OmenDb.Benchmarks.Sample;

/// <summary>What the sample's search answers, as far as it is measured.</summary>
internal sealed record SearchAnswer(IReadOnlyList<SearchAnswer.Result> Results, SearchAnswer.Times Milliseconds)
{
    internal sealed record Result(string Id, string Name);

    internal sealed record Times(double Embedding, double Search, double Index, double Total);
}
