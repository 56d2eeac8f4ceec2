namespace OmenDb.Benchmarks.Comparing;

/// <summary>One ratio of ours to hnswlib, and what is promised of it.</summary>
/// <param name="Measure">What is compared.</param>
/// <param name="Peer">The hnswlib that is better at it.</param>
/// <param name="Ratio">Ours by the peer's; NaN when ours does not get there.</param>
/// <param name="IsMoreBetter">Whether a larger ratio is better.</param>
/// <param name="Bar">The promise for this set, if there is one.</param>
internal sealed record Headline(string Measure, string Peer, double Ratio, bool IsMoreBetter, double? Bar)
{
    private const string Hnswlib = "hnswlib";

    // Speed at recall 0.95 and at 0.99, build time, resident bytes.
    private static readonly Dictionary<string, double[]> Bars = new()
    {
        ["mnist-784 l2"] = [2.8, 2.6, 0.45, 0.35],
        ["sift-photos-328k l2"] = [2.0, 1.8, 0.7, 0.6],
        ["docs-dan-384 cos"] = [2.2, 2.4, 0.5, 0.4],
    };

    public bool IsMet => Bar is not { } bar || (IsMoreBetter ? Ratio >= bar : Ratio <= bar);

    /// <summary>The headlines of a set, none without hnswlib.</summary>
    /// <param name="result">The measurements.</param>
    /// <param name="isOneByOne">Whether vectors were inserted one by one: then as fast as hnswlib is enough.</param>
    public static IReadOnlyList<Headline> Of(ComparisonResult result, bool isOneByOne)
    {
        var ours = result.Engines[0];
        var peers = result.Engines.Where(engine => engine.Name.StartsWith(Hnswlib, StringComparison.Ordinal)).ToList();
        if (peers.Count == 0)
            return [];
        var bars = Bars.GetValueOrDefault(result.Set);
        var headlines = new List<Headline>();
        foreach (var target in ComparisonPlan.Targets)
        {
            var worst = result.Pairs.Where(pair => pair.Target == target && pair.Peer.StartsWith(Hnswlib, StringComparison.Ordinal)).MinBy(pair => pair.MedianRatio);
            headlines.Add(new Headline($"queries a second at recall@10 = {target}", worst?.Peer ?? Hnswlib, worst?.MedianRatio ?? double.NaN, true, bars?[headlines.Count]));
        }

        var reaches = ours.Curve.Any(point => point.Recall >= 0.99);
        headlines.Add(new Headline("build time", peers[0].Name, reaches ? ours.Footprint.BuildSeconds / peers[0].Footprint.BuildSeconds : double.NaN, false, isOneByOne ? 1 : bars?[2]));
        var smallest = peers.MinBy(peer => peer.Footprint.ResidentBytes)!;
        headlines.Add(new Headline("bytes resident", smallest.Name, (double)ours.Footprint.ResidentBytes / smallest.Footprint.ResidentBytes, false, bars?[3]));
        return headlines;
    }
}
