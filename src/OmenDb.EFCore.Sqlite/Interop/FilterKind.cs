namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// What filters have in common that differ in their values alone: how long their labels take to collect. Where that is soon and probes were in vain, the labels of the next one are collected without a probe: a
/// guess that is made once probes have lost as much as it may cost in a hundredth of the cases, and after one that was wrong, once they have lost as much as that took.
/// </summary>
/// <param name="filter">The filter without its values.</param>
internal sealed class FilterKind(byte[] filter)
{
    private const double Risk = 0.01;
    private const int MostIgnored = 1024;

    // Costs are counted in rows that a probe looks at in the same time.
    private double _cost; // of collecting, the smallest; 0 where that is not known
    private long _rows; // that there were then
    private double _lost;
    private double _owed;
    private double _trusted;
    private int _vain;
    private int _ignored;

    public byte[] Filter => filter;

    /// <summary>What collecting is likely to cost; 0 where that is not known.</summary>
    /// <param name="rows">All rows.</param>
    public double Likely(long rows) => rows <= 2 * _rows ? Math.Min(_cost, rows) : 0;

    /// <summary>Labels were collected, at a cost.</summary>
    public void Collected(double cost, long rows)
    {
        if (_ignored > 0)
            _ignored--;
        else if (Likely(rows) == 0 || cost < _cost)
            (_cost, _rows) = (cost, rows);
    }

    /// <summary>Whether probes lost enough to collect on a guess.</summary>
    /// <param name="worst">What that costs where all rows pass.</param>
    public bool IsWorthAGuess(double worst) => _lost > 0 && _lost >= Math.Max(_owed, Risk * worst);

    /// <summary>A probe looked at rows and gave up.</summary>
    public void ProbedInVain(double rows) => _lost += rows;

    /// <summary>Labels were collected on a guess, and cost more than a probe.</summary>
    public void GuessedWrong(double cost) => (_lost, _owed) = (0, cost);

    /// <summary>A probe went further than it would have, because of what collecting costs, and found enough. That is forgotten once it has cost as much as to learn it anew.</summary>
    /// <param name="rows">Rows that it looked at.</param>
    /// <param name="likely">What collecting was likely to cost.</param>
    public void Trusted(double rows, double likely)
    {
        _vain = 0;
        _trusted += rows;
        if (_trusted >= likely)
            _cost = _trusted = 0;
    }

    /// <summary>The same in vain: each time that happens in a row, it is tried again after twice as many searches.</summary>
    public void TrustedInVain()
    {
        _cost = _trusted = 0;
        _ignored = _vain = Math.Min((2 * _vain) + 1, MostIgnored);
    }
}
