using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Peers;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Engines;

/// <summary>A peer in a process of its own, which times its loop itself and idles while another engine's turn lasts.</summary>
internal sealed class NativeEngine(string name, NativeProgram program, Workload workload, params string[] parameters) : IEngine
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omendb-");
    private Process? _process;

    public string Name => name;

    public bool HasSearchList => true;

    public Footprint Build()
    {
        var vectors = Write("base", workload.UnitBase());
        var queries = Write("queries", workload.UnitQueries());
        var metric = workload.Metric == VectorMetric.Cosine ? "cos" : "l2";
        _process = Process.Start(new ProcessStartInfo(
            program.Path, [vectors, queries, $"{workload.Dimensions}", $"{workload.Threads}", metric, .. parameters])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var built = ReadLine().Split(' ');
        return new Footprint(Number(built[1]), (long)Number(built[2]), (long)Number(built[3]));
    }

    public int[][] Answer(int searchList)
    {
        // An engine that found fewer says -1.
        var labels = Ask($"answer {searchList} {Workload.K}").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. labels.Select(label => int.Parse(label, CultureInfo.InvariantCulture)).Chunk(Workload.K).Select(answer => answer.Where(label => label >= 0).ToArray())];
    }

    public Timing Time(int searchList, int threads, TimeSpan duration)
    {
        var answer = Ask(string.Create(CultureInfo.InvariantCulture, $"time {searchList} {Workload.K} {threads} {duration.TotalSeconds}")).Split(' ');
        return new Timing(Number(answer[0]), Number(answer[1]), Number(answer[2]));
    }

    public void Dispose()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            _process.WaitForExit();
            _process.Dispose();
        }

        _folder.Delete(recursive: true);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private string Write(string file, float[] vectors)
    {
        var path = Path.Combine(_folder.FullName, file);
        using var stream = File.Create(path);
        for (var first = 0; first < vectors.Length; first += workload.Dimensions)
            stream.Write(MemoryMarshal.AsBytes(vectors.AsSpan(first, workload.Dimensions)));
        return path;
    }

    private string Ask(string command)
    {
        _process!.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
        return ReadLine();
    }

    private string ReadLine() => _process!.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{name} ended.");
}
