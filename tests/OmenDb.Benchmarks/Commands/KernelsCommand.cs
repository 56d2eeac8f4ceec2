using System.CommandLine;

namespace OmenDb.Benchmarks.Commands;

internal static class KernelsCommand
{
    public static Command Create() => new("kernels");
}
