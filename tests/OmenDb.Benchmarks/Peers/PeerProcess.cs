using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Machine;

namespace OmenDb.Benchmarks.Peers;

/// <summary>A native program that holds vectors and queries in memory and answers each line of its input with one line.</summary>
internal sealed class PeerProcess : IDisposable
{
    private readonly WorkFolder _folder = new();
    private readonly Process _process;
    private readonly Cleanup _end;

    /// <param name="program">The program, compiled.</param>
    /// <param name="rows">Rows of <paramref name="dimensions"/> elements, which it reads before it does anything else.</param>
    /// <param name="queries">The queries.</param>
    /// <param name="dimensions">Elements per vector.</param>
    /// <param name="threads">Threads that build.</param>
    /// <param name="arguments">Its own arguments: the metric comes first.</param>
    public PeerProcess(NativeProgram program, IEnumerable<ReadOnlyMemory<float>> rows, IEnumerable<ReadOnlyMemory<float>> queries, int dimensions, int threads, params string[] arguments)
    {
        _process = Process.Start(new ProcessStartInfo(program.Path, [Write("base", rows), Write("queries", queries), $"{dimensions}", $"{threads}", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _end = new Cleanup(() => ChildProcess.End(_process));
    }

    public string Ask(string command)
    {
        _process.StandardInput.WriteLine(command);
        _process.StandardInput.Flush();
        return ReadLine();
    }

    /// <summary>The labels that it finds for each query.</summary>
    public int[][] Answer(int searchList)
    {
        // An engine that found fewer says -1.
        var labels = Ask($"answer {searchList} {Workload.K}").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. labels.Select(label => int.Parse(label, CultureInfo.InvariantCulture)).Chunk(Workload.K).Select(answer => answer.Where(label => label >= 0).ToArray())];
    }

    /// <exception cref="CannotRunException">It ended; what it said is on the error stream.</exception>
    public string ReadLine() => _process.StandardOutput.ReadLine() ?? throw new CannotRunException($"{_process.StartInfo.FileName} ended.");

    public void Dispose()
    {
        _end.Dispose();
        _process.Dispose();
        _folder.Dispose();
    }

    private string Write(string file, IEnumerable<ReadOnlyMemory<float>> vectors)
    {
        var path = _folder.File(file);
        using var stream = File.Create(path);
        foreach (var vector in vectors)
            stream.Write(MemoryMarshal.AsBytes(vector.Span));
        return path;
    }
}
