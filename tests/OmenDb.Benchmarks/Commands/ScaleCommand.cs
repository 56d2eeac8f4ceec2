using System.CommandLine;

namespace OmenDb.Benchmarks.Commands;

internal static class ScaleCommand
{
    public static Command Create() => new("scale");
}
