namespace OmenDb.Benchmarks.Commands;

/// <summary>What the program says to whoever started it.</summary>
internal static class ExitCode
{
    /// <summary>Something that is needed is missing or wrong, so not everything was measured.</summary>
    public const int CannotRun = 2;

    /// <param name="passed">Whether every bar was met.</param>
    /// <param name="isComplete">Whether everything was measured that was to be.</param>
    public static int Of(bool passed, bool isComplete = true) => !passed ? 1 : isComplete ? 0 : CannotRun;
}
