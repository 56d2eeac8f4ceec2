using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Peers;
using OmenDb.Benchmarks.Vectors;

namespace OmenDb.Benchmarks.Streaming;

/// <summary>hnswlib, which marks a place as deleted and puts the next row there.</summary>
internal sealed class HnswlibStream : IDisposable
{
    private readonly PeerProcess _process;
    private readonly int _list;

    private HnswlibStream(NativeProgram program, IVectorSource all, float[][] queries, int places, int m, int list)
    {
        Name = $"hnswlib M={m} ef={list}";
        _list = list;
        var row = new float[all.Dimensions];
        var rows = Enumerable.Range(0, all.Count).Select(number =>
        {
            all.Copy(number, row);
            return (ReadOnlyMemory<float>)row;
        });
        _process = new PeerProcess(program, rows, queries.Select(query => (ReadOnlyMemory<float>)query), all.Dimensions, Workload.BuildThreads, "l2", $"{m}", "200", $"{places}");
    }

    public string Name { get; }

    /// <summary>Starts it, or says why it cannot be.</summary>
    public static HnswlibStream? TryStart(IVectorSource all, float[][] queries, int places, int m, int list, out string? problem)
    {
        var program = new NativeProgram("hnswlib_stream", [], "libhnswlib-dev");
        problem = program.Compile();
        return problem is null ? new HnswlibStream(program, all, queries, places, m, list) : null;
    }

    /// <inheritdoc cref="DatabaseStream.PutAsync"/>
    public void Put(IReadOnlyList<(int Place, int Row)> changes) => _process.Ask($"put {changes.Count} {string.Join(' ', changes.Select(c => $"{c.Place} {c.Row}"))}");

    /// <inheritdoc cref="DatabaseStream.AnswerAsync"/>
    public int[][] Answer() => _process.Answer(_list);

    public void Dispose() => _process.Dispose();
}
