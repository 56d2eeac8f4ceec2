using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// Finds out whether k of the nearest rows pass the rest of the statement, and keeps those that do for the search that may go on from there.
/// <c>given</c> is how many rows the scan has given so far.
/// </summary>
/// <param name="arguments">What is asked for.</param>
/// <param name="filter">The filter, which learns how the probe goes; <see langword="null"/> where its labels are not kept.</param>
/// <param name="patience">Rows after which it may give up.</param>
/// <param name="depth">Rows after which it ends.</param>
internal sealed class Probe(NearestArguments arguments, KeptFilter? filter, long patience, long depth)
{
    /// <summary>Rows after which a probe begins to ask whether it will find enough.</summary>
    public const int FirstJudged = 64;

    /// <summary>Labels that SQLite collects by an index in the time in which a probe looks at one row (measured: -- filtered).</summary>
    public const double CollectedPerProbed = 6;

    private const int LargestDepth = 1 << 20;

    // The rows of an index that is not in memory yet, or is empty yet.
    private const int AssumedRows = 40_000;

    // A probe gives up only if even three times as many rows as expected would be too few. Where none passed yet, three divided by the number of rows bounds
    // the share that passes (the rule of three).
    private const int Doubt = 3;

    private readonly int _k = arguments.K;
    private readonly long _search = arguments.Rows.Search;
    private Neighbor[] _passing = [];
    private int _passingCount;
    private long _passed;

    public long Depth => depth;

    public ReadOnlySpan<Neighbor> Passing => _passing.AsSpan(0, _passingCount);

    /// <summary>How many of the nearest rows a probe looks at. If so few pass that it would need more, collecting all that pass takes less time.</summary>
    /// <param name="k">How many must pass.</param>
    /// <param name="rows">All rows; 0 where that is not known.</param>
    public static long DepthFor(long k, long rows)
        => (long)Math.Clamp(Math.Sqrt((double)k * (rows > 0 ? rows : AssumedRows) / CollectedPerProbed), Math.Min(Math.Max(FirstJudged, 2 * k), LargestDepth), LargestDepth);

    /// <summary>A row passed the rest of the statement, maybe joined with several of another table.</summary>
    public void Pass(Neighbor row)
    {
        _passed++;
        if (_passingCount > 0 && _passing[_passingCount - 1].Label == row.Label)
            return;
        if (_passingCount == _passing.Length)
            Array.Resize(ref _passing, Math.Max(16, 2 * _passing.Length));
        _passing[_passingCount++] = row;
    }

    /// <summary>Rows to look at until k have passed, if as many pass as so far; <see langword="null"/> where none has.</summary>
    public double? Lacking(long given) => _passed > 0 ? (double)(_k - _passed) * given / _passed : null;

    /// <summary>Whether so many of so many rows seem too few.</summary>
    public bool IsHopeless(long given, long most) => _k > most || (given >= patience && Doubt * Math.Max(_passed, 1) * most / given < _k);

    /// <summary>It gave up, or there are no more rows.</summary>
    public void End(long given) => filter?.ProbeEnded(given);

    /// <summary>Whether it was for this search, and found enough.</summary>
    public bool HasFound(NearestArguments search)
        => _passed >= _k && _search == search.Rows.Search;

    /// <summary>The search goes on from here.</summary>
    public void Succeed(long given) => filter?.ProbeFound(given, _passed);
}
