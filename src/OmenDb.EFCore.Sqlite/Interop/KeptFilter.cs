using System.Diagnostics;
using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>A filter with its values, and the labels that it gave once they are worth keeping.</summary>
/// <param name="kind">The filter without its values.</param>
/// <param name="key">The filter and its values.</param>
/// <param name="number">What SQL knows its labels by.</param>
internal sealed class KeptFilter(FilterKind kind, byte[] key, long number)
{
    private const int LargestSet = 100_000;

    // Labels that SQLite collects in the time in which a probe looks at one row (measured: -- filtered).
    private const double CollectedPerProbed = 6;

    private double _probed;
    private bool _isDue;
    private long _guessedAt;

    public byte[] Key => key;

    public long Number => number;

    public LabelSet? Labels { get; private set; }

    /// <summary>Whether a probe is better left out, and the labels collected: probing has cost as much already, or others of its kind were probed in vain.</summary>
    /// <param name="rows">All rows.</param>
    public bool IsBetterCollected(long rows)
    {
        _guessedAt = !_isDue && kind.IsFew(rows) ? Stopwatch.GetTimestamp() : 0;
        return _isDue || _guessedAt != 0;
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
    /// <returns>Their number; 0 where they are too many to keep.</returns>
    public long Collect(LabelSet labels)
    {
        if (_guessedAt != 0)
            kind.Guessed(Stopwatch.GetElapsedTime(_guessedAt).TotalMilliseconds);
        else if (!_isDue)
            kind.ProbedInVain();
        _guessedAt = 0;
        _isDue = false;
        if (labels.Count > LargestSet)
        {
            _probed = double.NegativeInfinity; // not again
            return 0;
        }

        Labels = labels;
        return number;
    }
}
