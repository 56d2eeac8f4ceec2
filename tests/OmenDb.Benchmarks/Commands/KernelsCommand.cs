using System.CommandLine;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using OmenDb.Benchmarks.Machine;

namespace OmenDb.Benchmarks.Commands;

/// <summary>The engine's distance kernels against TensorPrimitives.</summary>
internal static class KernelsCommand
{
    public static Command Create()
    {
        var command = new Command("kernels", "Times the distance kernels with BenchmarkDotNet.");
        command.SetAction(_ =>
        {
            using var folder = new WorkFolder();
            // In this process: the toolchain that builds another one does not know this runtime yet.
            BenchmarkRunner.Run<KernelBenchmarks>(ManualConfig.CreateEmpty()
                .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
                .AddColumnProvider(DefaultColumnProviders.Instance)
                .AddLogger(ConsoleLogger.Default)
                .WithArtifactsPath(folder.Path));
        });
        return command;
    }
}
