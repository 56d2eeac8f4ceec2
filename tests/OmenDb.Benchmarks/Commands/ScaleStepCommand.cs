using System.CommandLine;

namespace OmenDb.Benchmarks.Commands;

internal static class ScaleStepCommand
{
    public static Command Create() => new("scalestep");
}
