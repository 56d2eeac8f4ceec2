namespace OmenDb.Crash.Tests.Checking;

/// <summary>What a campaign has seen. There are no failures in it: the first one ends the campaign.</summary>
internal sealed class CampaignResult
{
    private readonly SortedDictionary<KillPoint, (int Killed, int Missed)> _points = [];
    private double _recall;
    private int _cycles;

    /// <summary>What several campaigns have seen together.</summary>
    public static CampaignResult Of(IEnumerable<CampaignResult> campaigns)
    {
        var all = new CampaignResult();
        foreach (var campaign in campaigns)
        {
            foreach (var (point, (killed, missed)) in campaign._points)
                all._points[point] = (all.Killed(point) + killed, all._points.GetValueOrDefault(point).Missed + missed);
            all._recall += campaign._recall;
            all._cycles += campaign._cycles;
        }

        return all;
    }

    /// <summary>How often the process died at a point.</summary>
    public int Killed(KillPoint point) => _points.GetValueOrDefault(point).Killed;

    public void Add(KillPoint point, Death death, double recall)
    {
        var (killed, missed) = _points.GetValueOrDefault(point);
        _points[point] = death.IsKilled ? (killed + 1, missed) : (killed, missed + 1);
        _recall += recall;
        _cycles++;
    }

    public override string ToString()
        => string.Concat(_points.Select(p => $"{p.Key,-14} killed {p.Value.Killed,4}, never came there {p.Value.Missed,3}\n"))
            + $"{_points.Values.Sum(p => p.Killed)} kills: 0 rows lost, 0 rows that were never committed, 0 failed opens, 0 files left; mean recall@10 {_recall / Math.Max(1, _cycles):0.0000}";
}
