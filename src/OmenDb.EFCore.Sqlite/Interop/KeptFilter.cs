using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>A filter with its values: how its searches go, and its labels, once probing has cost as much as collecting them.</summary>
/// <param name="kind">The filter without its values.</param>
/// <param name="key">The filter and its values.</param>
/// <param name="number">What SQL knows its labels by.</param>
/// <param name="clock">Measures what collecting takes.</param>
internal sealed class KeptFilter(FilterKind kind, byte[] key, long number, TimeProvider clock)
{
    private const double ProbedRowMicroseconds = 2.5;

    // Times vary: only a cost that is larger than a probe's by this factor counts as larger.
    private const double Doubt = 1.5;

    private const int LargestSet = 100_000;

    // Of all searches with this filter, in rows that their probes looked at.
    private double _probedRows;
    private bool _isDue;

    // Of the search that is planned.
    private long _rows; // 0 where none is
    private long _depth;
    private bool _isGuess;
    private long _probedInVain;
    private long _since; // when it was planned, or its probe ended

    public byte[] Key => key;

    public long Number => number;

    public LabelSet? Labels { get; private set; }

    /// <summary>
    /// Plans a search: what comes of it is told by the probe, and when labels are collected. A probe is patient for as many rows as collecting costs, where that is dear. It is where
    /// many rows pass but those nearest to the query do not, and where no index of the database finds those that pass.
    /// </summary>
    /// <param name="arguments">What is asked for.</param>
    /// <param name="rows">Rows of the index; 0 where that is not known.</param>
    /// <returns>The probe; <see langword="null"/> where the labels are better collected at once: probing has cost as much already, or probes of this kind of filter fail.</returns>
    public Probe? Plan(NearestArguments arguments, long rows)
    {
        (_rows, _depth, _probedInVain) = (rows, Probe.DepthFor(arguments.K, rows), 0);
        var likelyCost = kind.LikelyCost(rows);
        var isCheap = likelyCost < Doubt * _depth;
        _isGuess = rows > 0 && !_isDue && isCheap && kind.IsWorthAGuess(rows / Probe.CollectedPerProbed);
        _since = clock.GetTimestamp();
        if (_isDue || _isGuess)
            return null;
        var patience = isCheap ? Probe.FirstJudged : Math.Max(Probe.FirstJudged, (long)likelyCost);
        return new Probe(arguments, this, patience, Math.Max(patience, _depth));
    }

    /// <summary>The probe gave up, or there were no more rows.</summary>
    /// <param name="given">Rows that it looked at.</param>
    public void ProbeEnded(long given) => (_probedInVain, _since) = (given, clock.GetTimestamp());

    /// <summary>The probe found enough. The labels are due once probes have cost as much as collecting.</summary>
    /// <param name="given">Rows that it looked at.</param>
    /// <param name="passed">Those that passed.</param>
    public void ProbeFound(long given, long passed)
    {
        var labels = _rows * (double)passed / given;
        var likelyCost = kind.LikelyCost(_rows);
        _probedRows += given;
        _isDue = _rows > 0 && labels <= LargestSet && _probedRows >= Math.Max(likelyCost, labels / Probe.CollectedPerProbed);
        if (given > _depth)
            kind.ProbedDeeper(given, likelyCost);
        _rows = 0;
    }

    /// <summary>The labels were collected. They are kept, unless they are too many.</summary>
    public void Collected(LabelSet labels)
    {
        var cost = Math.Min(_rows, clock.GetElapsedTime(_since).TotalMicroseconds / ProbedRowMicroseconds); // a probe of all rows takes no longer
        if (_isGuess && cost >= Doubt * _depth)
            kind.GuessedWrong(cost);
        if (_probedInVain > _depth)
            kind.ProbedDeeperInVain();
        else
            kind.ProbedInVain(_probedInVain);
        if (_rows > 0)
            kind.Collected(cost, _rows);

        _isGuess = _isDue = false;
        _rows = _probedInVain = 0;
        if (labels.Count <= LargestSet)
            Labels = labels;
        else
            _probedRows = double.NegativeInfinity; // so they are never due again
    }
}
