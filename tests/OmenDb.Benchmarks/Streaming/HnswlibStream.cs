using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Peers;
using OmenDb.Benchmarks.Vectors;

namespace OmenDb.Benchmarks.Streaming;

/// <summary>hnswlib, which marks a place as deleted and puts the next row there.</summary>
internal sealed class HnswlibStream : IStream
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("omendb-");
    private readonly Process _process;
    private readonly int _list;

    private HnswlibStream(NativeProgram program, IVectorSource all, float[][] queries, int places, int m, int list)
    {
        Name = $"hnswlib M={m} ef={list}";
        _list = list;
        var row = new float[all.Dimensions];
        var rows = Write("base", Enumerable.Range(0, all.Count).Select(r =>
        {
            all.Copy(r, row);
            return row;
        }));
        _process = Process.Start(new ProcessStartInfo(
            program.Path, [rows, Write("queries", queries), $"{all.Dimensions}", $"{Workload.BuildThreads}", "l2", $"{m}", "200", $"{places}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public string Name { get; }

    /// <summary>Starts it, or says why it cannot be.</summary>
    public static HnswlibStream? TryStart(IVectorSource all, float[][] queries, int places, int m, int list, out string? problem)
    {
        var program = new NativeProgram("hnswlib_stream", [], "libhnswlib-dev");
        problem = program.Compile() is { } error ? $"{error.Trim()} ({program.Installation})" : null;
        return problem is null ? new HnswlibStream(program, all, queries, places, m, list) : null;
    }

    public Task PutAsync(IReadOnlyList<(int Place, int Row)> changes) => AskAsync($"put {changes.Count} {string.Join(' ', changes.Select(c => $"{c.Place} {c.Row}"))}");

    public async Task<int[][]> AnswerAsync()
    {
        var places = (await AskAsync($"answer {_list} {StreamRun.K}")).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return [.. places.Select(p => int.Parse(p, CultureInfo.InvariantCulture)).Chunk(StreamRun.K).Select(answer => answer.Where(p => p >= 0).ToArray())];
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    private async Task<string> AskAsync(string command)
    {
        await _process.StandardInput.WriteLineAsync(command);
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"{Name} ended.");
    }

    private string Write(string file, IEnumerable<float[]> vectors)
    {
        var path = Path.Combine(_folder.FullName, file);
        using var stream = File.Create(path);
        foreach (var vector in vectors)
            stream.Write(MemoryMarshal.AsBytes(vector.AsSpan()));
        return path;
    }
}
