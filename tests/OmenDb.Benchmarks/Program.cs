using System.CommandLine;
using OmenDb.Benchmarks.Commands;
using Spectre.Console;

// A redirected console has no width and no colours, and a table folded to 80 columns cannot be read.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 200;
    AnsiConsole.Profile.Capabilities.Ansi = false;
}

var root = new RootCommand("Measures recall, throughput, memory and the cost of a statement. Exits with 1 when a bar is missed.")
{
    CompareCommand.Create(),
    CompareSqlCommand.Create(),
    RecallCommand.Create(),
    FilteredCommand.Create(),
    ScaleCommand.Create(),
    ScaleStepCommand.Create(),
    EngineScaleCommand.Create(),
    MemoryLimitCommand.Create(),
    StatementCommand.Create(),
    BulkCommand.Create(),
    PostgresCommand.Create(),
    SaveCommand.Create(),
    SampleCommand.Create(),
    StreamingCommand.Create(),
    KernelsCommand.Create(),
};
foreach (var step in EngineStepCommands.Create())
    root.Add(step);
return await root.Parse(args).InvokeAsync();
