namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// Filters of one SQL text, whatever their values: it remembers what collecting their labels costs, and so whether to probe first. All costs are in rows: how
/// many a probe looks at in the same time.
/// </summary>
/// <remarks>
/// Two things are learned. Where labels are cheap to collect and probes keep failing, the next filter's are collected without a probe: a guess, made once
/// failed probes have cost a hundredth of what it may cost at worst, and after a wrong guess, as much as that one cost. Where labels are dear to collect, a probe goes on for as
/// long as collecting would take; when that fails, the cost is forgotten, and learned again only after twice as many searches each time.
/// </remarks>
/// <param name="hash">A hash of their SQL.</param>
internal sealed class FilterKind(byte[] hash)
{
    private const double GuessRisk = 0.01;
    private const int MostIgnored = 1024;

    private double _collectingCost; // the smallest measured; 0 where none is known
    private long _rowsThen; // how many rows the index had when it was measured
    private double _probedInVain;
    private double _wrongGuessCost;
    private double _probedDeeper;
    private int _ignoredNext;
    private int _ignored; // measurements to ignore before a cost is believed again

    public byte[] Hash => hash;

    /// <summary>What collecting is likely to cost; 0 where that is not known, or the index has doubled since.</summary>
    /// <param name="rows">Rows of the index now.</param>
    public double LikelyCost(long rows) => rows <= 2 * _rowsThen ? Math.Min(_collectingCost, rows) : 0;

    /// <summary>Labels were collected.</summary>
    /// <param name="cost">What it cost.</param>
    /// <param name="rows">Rows of the index.</param>
    public void Collected(double cost, long rows)
    {
        if (_ignored > 0)
            _ignored--;
        else if (LikelyCost(rows) == 0 || cost < _collectingCost)
            (_collectingCost, _rowsThen) = (cost, rows);
    }

    /// <summary>Whether probes have failed often enough to collect without one.</summary>
    /// <param name="worstCost">What collecting costs where all rows pass.</param>
    public bool IsWorthAGuess(double worstCost) => _probedInVain > 0 && _probedInVain >= Math.Max(_wrongGuessCost, GuessRisk * worstCost);

    /// <summary>A probe gave up after so many rows.</summary>
    public void ProbedInVain(double rows) => _probedInVain += rows;

    /// <summary>Labels were collected on a guess, and cost more than a probe would have.</summary>
    public void GuessedWrong(double cost) => (_probedInVain, _wrongGuessCost) = (0, cost);

    /// <summary>A probe went deeper because collecting is dear, and found enough. Once such probes have cost as much as collecting, its cost is learned anew.</summary>
    /// <param name="rows">Rows that the probe looked at.</param>
    /// <param name="likelyCost">What collecting was likely to cost.</param>
    public void ProbedDeeper(double rows, double likelyCost)
    {
        _ignoredNext = 0;
        _probedDeeper += rows;
        if (_probedDeeper >= likelyCost)
            _collectingCost = _probedDeeper = 0;
    }

    /// <summary>A probe went deeper because collecting is dear, and failed.</summary>
    public void ProbedDeeperInVain()
    {
        _collectingCost = _probedDeeper = 0;
        _ignored = _ignoredNext = Math.Min((2 * _ignoredNext) + 1, MostIgnored);
    }
}
