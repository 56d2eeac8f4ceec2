using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Comparing;

/// <summary>A comparison for people.</summary>
internal static class ComparisonTables
{
    public static Table Points(ComparisonResult result)
    {
        var table = new Table()
            .Title($"{result.Set}, {Number(result.Rows)} x {result.Dimensions}")
            .AddColumns("engine", "build s", "bytes/vector", "on disk", "list", "recall@10", "QPS, 1 thread", $"QPS, {Environment.ProcessorCount} threads", "p50 us", "p99 us");
        foreach (var engine in result.Engines)
        {
            string[] about =
            [
                engine.Name, Number(engine.Footprint.BuildSeconds, 1), Number(engine.Footprint.ResidentBytes / (double)result.Rows),
                Number(engine.Footprint.DiskBytes / (double)result.Rows),
            ];
            foreach (var point in engine.Curve)
            {
                table.AddRow(
                [
                    .. about, $"{point.SearchList}", Number(point.Recall, 4), Number(point.OneThread.QueriesPerSecond), Number(point.AllThreads.QueriesPerSecond),
                    Number(point.OneThread.MedianMicroseconds, 1), Number(point.OneThread.P99Microseconds, 1),
                ]);
                Array.Fill(about, "");
            }
        }

        return table;
    }

    public static Table Ratios(ComparisonResult result)
    {
        var ours = result.Engines[0];
        var table = new Table()
            .Title($"{result.Set}: {ours.Name} against each peer, one thread, shortest list that reaches the recall")
            .AddColumns("peer", "recall@10", "ours: list (recall)", "peer: list (recall)", "ours QPS", "peer QPS", "ratio", "of pairs", "build time", "bytes resident", "on disk");
        foreach (var pair in result.Pairs)
        {
            var peer = result.Engines.Single(engine => engine.Name == pair.Peer);
            var ratios = pair.QueriesPerSecond.Zip(pair.PeerQueriesPerSecond, (a, b) => Number(a / b, 2));
            table.AddRow(
                pair.Peer, Number(pair.Target, 2), $"{pair.SearchList} ({Number(pair.Recall, 4)})", $"{pair.PeerSearchList} ({Number(pair.PeerRecall, 4)})",
                Number(pair.MedianQueriesPerSecond), Number(pair.MedianPeerQueriesPerSecond), $"{Number(pair.MedianRatio, 2)}x", string.Join(' ', ratios),
                $"{Number(ours.Footprint.BuildSeconds / peer.Footprint.BuildSeconds, 2)}x",
                $"{Number((double)ours.Footprint.ResidentBytes / peer.Footprint.ResidentBytes, 2)}x",
                $"{Number((double)ours.Footprint.DiskBytes / peer.Footprint.DiskBytes, 2)}x");
        }

        return table;
    }

    public static Table Headlines(ComparisonResult result, IReadOnlyList<Headline> headlines)
    {
        var table = new Table().Title($"{result.Set}: {result.Engines[0].Name} against the better hnswlib").AddColumns("measure", "peer", "ratio", "bar", "");
        foreach (var headline in headlines)
        {
            table.AddRow(
                headline.Measure, headline.Peer, double.IsNaN(headline.Ratio) ? "not reached" : $"{Number(headline.Ratio, 2)}x",
                headline.Bar is { } bar ? $"at {(headline.IsMoreBetter ? "least" : "most")} {Number(bar, 2)}x" : "", headline.IsMet ? "" : "missed");
        }

        return table;
    }
}
