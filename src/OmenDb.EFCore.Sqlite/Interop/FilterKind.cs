namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// What filters have in common that differ in their values alone. Where those let so few rows through that probes were in vain, the next one is collected without: a guess that
/// is made once probes have lost as much time as it may cost in a hundredth of the cases, and after one that was wrong, once they have lost as much as that took.
/// </summary>
/// <param name="filter">The filter without its values.</param>
internal sealed class FilterKind(byte[] filter)
{
    // Milliseconds of a probe that gives up, of one that finds enough, and of collecting a row (measured: -- filtered).
    private const double VainProbe = 0.08;
    private const double Probe = 0.6;
    private const double CollectedRow = 0.0004;

    private const double Risk = 0.01;

    private double _lost;
    private double _owed;

    public byte[] Filter => filter;

    /// <summary>Whether few rows pass, as far as can be guessed.</summary>
    /// <param name="rows">All rows, which may pass, too.</param>
    public bool IsFew(long rows) => _lost > 0 && _lost >= Math.Max(_owed, Risk * CollectedRow * rows);

    public void ProbedInVain() => _lost += VainProbe;

    /// <summary>Labels were collected on a guess.</summary>
    /// <param name="milliseconds">What that took.</param>
    public void Guessed(double milliseconds)
    {
        if (milliseconds > Probe)
            (_lost, _owed) = (0, milliseconds);
    }
}
