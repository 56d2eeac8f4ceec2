using System.CommandLine;

namespace OmenDb.Benchmarks.Commands;

internal static class BulkCommand
{
    public static Command Create() => new("bulk");
}
