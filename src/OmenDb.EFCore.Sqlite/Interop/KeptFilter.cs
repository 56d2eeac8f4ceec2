using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>A filter with its values, and the labels that it gave once they are worth keeping.</summary>
/// <param name="kind">The filter without its values.</param>
/// <param name="key">The filter and its values.</param>
/// <param name="number">What SQL knows its labels by.</param>
/// <param name="clock">Measures what collecting takes.</param>
internal sealed class KeptFilter(FilterKind kind, byte[] key, long number, TimeProvider clock)
{
    /// <summary>Labels that SQLite collects by an index in the time in which a probe looks at one row (measured: -- filtered).</summary>
    public const double CollectedPerProbed = 6;

    private const double ProbedRowMicroseconds = 2.5;

    // What is measured varies by so much: collecting must take longer than a probe by this to be dear.
    private const double Doubt = 1.5;

    private const int LargestSet = 100_000;

    // Costs are counted in rows that a probe looks at in the same time.
    private double _probed;
    private long _rows;
    private long _depth;
    private long _plannedAt;
    private bool _isDue;
    private bool _isGuess;

    public byte[] Key => key;

    public long Number => number;

    public LabelSet? Labels { get; private set; }

    /// <summary>Whether a probe is better left out, and the labels collected: probing has cost as much already, or others of its kind were probed in vain.</summary>
    public bool IsBetterCollected => _isDue || _isGuess;

    /// <summary>
    /// Rows that a probe looks at before it may give up. Where filters of this kind take long to collect, because many rows pass and only those nearest to the query do not, or because
    /// no index finds them, it goes on for as long as that.
    /// </summary>
    public long Patience => IsCheap ? NearestRows.FirstJudged : Math.Max(NearestRows.FirstJudged, (long)Likely);

    private double Likely => kind.Likely(_rows);

    private bool IsCheap => Likely < Doubt * _depth;

    /// <summary>Plans the next search.</summary>
    /// <param name="rows">All rows; 0 where that is not known.</param>
    /// <param name="k">How many must pass.</param>
    public void Plan(long rows, long k)
    {
        _rows = rows;
        _depth = NearestRows.ProbeDepth(k, rows);
        _isGuess = rows > 0 && !_isDue && IsCheap && kind.IsWorthAGuess(rows / CollectedPerProbed);
        _plannedAt = clock.GetTimestamp();
    }

    /// <summary>A probe found enough: the labels are worth collecting once probes have taken as long.</summary>
    /// <param name="given">Rows that the probe looked at.</param>
    /// <param name="passed">Those that passed.</param>
    public void Probed(long given, long passed)
    {
        var labels = _rows * (double)passed / given;
        _probed += given;
        _isDue = _rows > 0 && labels <= LargestSet && _probed >= Math.Max(Likely, labels / CollectedPerProbed);
        if (given > _depth)
            kind.Trusted(given, Likely);
        _rows = 0;
    }

    /// <summary>Takes the labels that were collected.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="probe">The last probe, which may be another filter's.</param>
    /// <returns>Their number; 0 where they are too many to keep.</returns>
    public long Collect(LabelSet labels, NearestRows? probe)
    {
        var probed = !IsBetterCollected && probe?.Filter == this ? probe.Given : 0;
        var took = clock.GetElapsedTime(probed > 0 ? probe!.EndedAt : _plannedAt);
        var cost = Math.Min(_rows, took.TotalMicroseconds / ProbedRowMicroseconds); // a probe of all rows takes no longer
        if (_isGuess && cost >= Doubt * _depth)
            kind.GuessedWrong(cost);
        if (probed > _depth)
            kind.TrustedInVain();
        else
            kind.ProbedInVain(probed);
        if (_rows > 0)
            kind.Collected(cost, _rows);

        _isGuess = _isDue = false;
        _rows = 0;
        if (labels.Count > LargestSet)
        {
            _probed = double.NegativeInfinity; // not again
            return 0;
        }

        Labels = labels;
        return number;
    }
}
