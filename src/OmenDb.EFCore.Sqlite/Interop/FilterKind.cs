namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// What filters have in common that differ in their values alone. Where those let so few rows through that probes were in vain, the next one is collected without: a guess that
/// is made once probes have lost as much as it may cost in a hundredth of the cases, and after one that was wrong, once they have lost as much as that took.
/// </summary>
/// <param name="filter">The filter without its values.</param>
internal sealed class FilterKind(byte[] filter)
{
    private const double Risk = 0.01;

    // Counted in labels that could have been collected instead.
    private double _lost;
    private double _owed;

    public byte[] Filter => filter;

    /// <summary>The fewest labels that a filter of this kind gave; 0 where none has yet.</summary>
    public long Fewest { get; private set; }

    /// <summary>Whether few rows pass, as far as can be guessed.</summary>
    /// <param name="rows">All rows, which may pass, too.</param>
    public bool IsFew(long rows) => _lost > 0 && _lost >= Math.Max(_owed, Risk * rows);

    /// <summary>A filter of this kind gave so many labels.</summary>
    public void Collected(long labels) => Fewest = Fewest == 0 ? labels : Math.Min(Fewest, labels);

    /// <summary>A probe gave up.</summary>
    /// <param name="labels">Labels that could have been collected meanwhile.</param>
    public void ProbedInVain(double labels) => _lost += labels;

    /// <summary>Labels were collected on a guess, where a probe would have found enough.</summary>
    /// <param name="labels">How many.</param>
    public void GuessedWrong(long labels) => (_lost, _owed) = (0, labels);
}
