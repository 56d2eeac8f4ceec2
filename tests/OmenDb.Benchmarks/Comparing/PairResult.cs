using OmenDb.Benchmarks.Measuring;

namespace OmenDb.Benchmarks.Comparing;

/// <summary>Ours against one peer at one recall: each with the shortest search list that reaches it, in alternating measurements.</summary>
internal sealed record PairResult(
    double Target, string Peer, int SearchList, double Recall, int PeerSearchList, double PeerRecall, IReadOnlyList<double> QueriesPerSecond, IReadOnlyList<double> PeerQueriesPerSecond)
{
    public double MedianQueriesPerSecond => Samples.Median(QueriesPerSecond);

    public double MedianPeerQueriesPerSecond => Samples.Median(PeerQueriesPerSecond);

    public double MedianRatio => Samples.Median([.. QueriesPerSecond.Zip(PeerQueriesPerSecond, (ours, peer) => ours / peer)]);
}
