using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>A filter with its values: how its searches go, and its labels, once probing has cost as much as collecting them.</summary>
/// <param name="kind">The filter without its values.</param>
/// <param name="key">The filter and its values.</param>
/// <param name="number">What SQL knows its labels by.</param>
/// <param name="clock">Measures what collecting takes.</param>
internal sealed class KeptFilter(FilterKind kind, byte[] key, long number, TimeProvider clock)
{
    /// <summary>Labels that SQLite collects by an index in the time in which a probe looks at one row (measured: -- filtered).</summary>
    public const double CollectedPerProbed = 6;

    private const double ProbedRowMicroseconds = 2.5;

    // Times vary: only a cost that is larger than a probe's by this factor counts as larger.
    private const double Doubt = 1.5;

    private const int LargestSet = 100_000;

    // Of all searches with this filter, in rows that their probes looked at.
    private double _probedRows;
    private bool _isDue;

    // Of the search that is planned.
    private long _rows;
    private long _depth;
    private long _plannedAt;
    private bool _isGuess;

    public byte[] Key => key;

    public long Number => number;

    public LabelSet? Labels { get; private set; }

    /// <summary>Whether the labels should be collected without a probe: probing has cost as much already, or probes of this kind of filter fail.</summary>
    public bool IsBetterCollected => _isDue || _isGuess;

    /// <summary>
    /// Rows that a probe looks at before it may give up: as many as collecting costs, where it is dear. It is where many rows pass but those nearest to the query do not, and
    /// where no index of the database finds those that pass.
    /// </summary>
    public long Patience => IsCheap ? NearestRows.FirstJudged : Math.Max(NearestRows.FirstJudged, (long)LikelyCost);

    private double LikelyCost => kind.LikelyCost(_rows);

    private bool IsCheap => LikelyCost < Doubt * _depth;

    /// <summary>Plans the next search.</summary>
    /// <param name="rows">Rows of the index; 0 where that is not known.</param>
    /// <param name="k">How many must pass.</param>
    public void Plan(long rows, long k)
    {
        _rows = rows;
        _depth = NearestRows.ProbeDepth(k, rows);
        _isGuess = rows > 0 && !_isDue && IsCheap && kind.IsWorthAGuess(rows / CollectedPerProbed);
        _plannedAt = clock.GetTimestamp();
    }

    /// <summary>A probe found enough. The labels are due once probes have cost as much as collecting.</summary>
    /// <param name="given">Rows that the probe looked at.</param>
    /// <param name="passed">Those that passed.</param>
    public void Probed(long given, long passed)
    {
        var labels = _rows * (double)passed / given;
        _probedRows += given;
        _isDue = _rows > 0 && labels <= LargestSet && _probedRows >= Math.Max(LikelyCost, labels / CollectedPerProbed);
        if (given > _depth)
            kind.ProbedDeeper(given, LikelyCost);
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
            kind.ProbedDeeperInVain();
        else
            kind.ProbedInVain(probed);
        if (_rows > 0)
            kind.Collected(cost, _rows);

        _isGuess = _isDue = false;
        _rows = 0;
        if (labels.Count > LargestSet)
        {
            _probedRows = double.NegativeInfinity; // so they are never due again
            return 0;
        }

        Labels = labels;
        return number;
    }
}
