using System.CommandLine;

namespace OmenDb.Benchmarks.Commands;

internal static class StatementCommand
{
    public static Command Create() => new("statement");
}
