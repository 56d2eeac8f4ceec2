namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// What filters have in common that differ in their values alone. Where their labels are collected so fast that probes were in vain, those of the next one are collected without a probe: a guess that
/// is made once probes have lost as much as it may cost in a hundredth of the cases, and after one that was wrong, once they have lost as much as that took.
/// </summary>
/// <param name="filter">The filter without its values.</param>
internal sealed class FilterKind(byte[] filter)
{
    private const double Risk = 0.01;

    // Counted in rows that a probe looks at in the same time.
    private double _lost;
    private double _owed;
    private double _trusted;

    public byte[] Filter => filter;

    /// <summary>How long the labels of a filter of this kind took to collect at the least, in rows that a probe looks at meanwhile, for each row that there is; 0 where that is not known.</summary>
    public double SmallestCost { get; private set; }

    /// <summary>Whether probes lost enough to collect on a guess.</summary>
    /// <param name="worst">What that costs where all rows pass.</param>
    public bool IsWorthAGuess(double worst) => _lost > 0 && _lost >= Math.Max(_owed, Risk * worst);

    /// <summary>Labels were collected at a cost.</summary>
    public void Collected(double cost) => SmallestCost = SmallestCost == 0 ? cost : Math.Min(SmallestCost, cost);

    /// <summary>A probe looked at rows and gave up.</summary>
    public void ProbedInVain(double rows) => _lost += rows;

    /// <summary>Labels were collected on a guess, at the cost of so many rows, where a probe would have found enough.</summary>
    public void GuessedWrong(double rows) => (_lost, _owed) = (0, rows);

    /// <summary>A probe went further because of <see cref="SmallestCost"/>, which is forgotten once that has cost as much as to learn it anew.</summary>
    /// <param name="rows">Rows that it looked at.</param>
    /// <param name="likely">Rows that collecting was expected to cost.</param>
    public void Trusted(double rows, double likely)
    {
        _trusted += rows;
        if (_trusted >= likely)
            SmallestCost = _trusted = 0;
    }
}
