using System.CommandLine;
using System.CommandLine.Invocation;
using System.Data.Common;
using System.Runtime.InteropServices;
using OmenDb.Benchmarks.Commands;
using OmenDb.Benchmarks.Machine;
using Spectre.Console;

// A redirected console has no width and no colours, and a table folded to 80 columns cannot be read.
if (Console.IsOutputRedirected)
{
    AnsiConsole.Profile.Width = 200;
    AnsiConsole.Profile.Capabilities.Ansi = false;
}

var root = new RootCommand("Measures recall, throughput, memory and the cost of a statement. Exits with 1 when a bar is missed, with 2 when something is missing or wrong so that not everything could be measured.")
{
    CompareCommand.Create(),
    CompareSqlCommand.Create(),
    RecallCommand.Create(),
    FilteredCommand.Create(),
    ShapesCommand.Create(),
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

using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Interrupt);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Interrupt);
try
{
    var parsed = root.Parse(args);
    if (parsed.Action is not ParseErrorAction)
        return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
    foreach (var error in parsed.Errors)
        Console.Error.WriteLine($"{error.Message} See --help.");
}
catch (Exception problem) when (problem is CannotRunException or IOException or UnauthorizedAccessException or DbException)
{
    Console.Error.WriteLine(problem.Message);
}
finally
{
    Cleanup.RunAll();
}

return ExitCode.CannotRun;

// An interrupted run ends what it started and deletes what it wrote.
static void Interrupt(PosixSignalContext context)
{
    context.Cancel = true;
    Cleanup.RunAll();
    Environment.Exit(context.Signal == PosixSignal.SIGINT ? 130 : 143);
}
