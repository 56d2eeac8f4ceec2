using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>A filter with its values, and the labels that it gave once they are worth keeping.</summary>
/// <param name="kind">The filter without its values.</param>
/// <param name="key">The filter and its values.</param>
/// <param name="number">What SQL knows its labels by.</param>
internal sealed class KeptFilter(FilterKind kind, byte[] key, long number)
{
    /// <summary>Labels that SQLite collects in the time in which a probe looks at one row (measured: -- filtered).</summary>
    public const double CollectedPerProbed = 6;

    private const int LargestSet = 100_000;

    private double _probed;
    private double _enough; // labels that a probe would find enough among
    private bool _isDue;
    private bool _isGuess;

    public byte[] Key => key;

    public long Number => number;

    public LabelSet? Labels { get; private set; }

    /// <summary>Whether a probe is better left out, and the labels collected: probing has cost as much already, or others of its kind were probed in vain.</summary>
    public bool IsBetterCollected => _isDue || _isGuess;

    /// <summary>
    /// Rows that a probe looks at before it may give up. Where all filters of this kind let many rows through, those nearest to the query may only be the wrong ones: it goes on for as
    /// long as collecting would take.
    /// </summary>
    public long Patience => kind.Fewest < _enough ? NearestRows.FirstJudged : Math.Max(NearestRows.FirstJudged, (long)(kind.Fewest / CollectedPerProbed));

    /// <summary>Plans the next search.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="k">How many must pass.</param>
    public void Plan(long rows, long k)
    {
        _enough = (double)k * rows / NearestRows.ProbeDepth(k, rows);
        _isGuess = !_isDue && kind.Fewest < _enough && kind.IsFew(rows);
    }

    /// <summary>A probe found enough: the labels are worth collecting once probes have taken as long.</summary>
    /// <param name="given">Rows that the probe looked at.</param>
    /// <param name="passed">Those that passed.</param>
    /// <param name="rows">All rows.</param>
    public void Probed(long given, long passed, long rows)
    {
        var labels = rows * (double)passed / given;
        _probed += given;
        _isDue = labels <= LargestSet && _probed * CollectedPerProbed >= labels;
    }

    /// <summary>Takes the labels that were collected.</summary>
    /// <param name="labels">The labels.</param>
    /// <param name="probe">The last probe, which may be another filter's.</param>
    /// <returns>Their number; 0 where they are too many to keep.</returns>
    public long Collect(LabelSet labels, NearestRows? probe)
    {
        if (_isGuess && labels.Count >= _enough)
            kind.GuessedWrong(labels.Count);
        else if (!IsBetterCollected && probe?.Filter == this)
            kind.ProbedInVain(probe.Given * CollectedPerProbed);
        kind.Collected(labels.Count);
        _isGuess = _isDue = false;
        if (labels.Count > LargestSet)
        {
            _probed = double.NegativeInfinity; // not again
            return 0;
        }

        Labels = labels;
        return number;
    }
}
