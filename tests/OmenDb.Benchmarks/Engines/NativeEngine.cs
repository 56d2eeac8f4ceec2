using System.Globalization;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Peers;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Engines;

/// <summary>A peer in a process of its own, which times its loop itself and idles while another engine's turn lasts.</summary>
internal sealed class NativeEngine(string name, NativeProgram program, Workload workload, params string[] parameters) : IEngine
{
    private PeerProcess? _process;

    public string Name => name;

    public bool HasSearchList => true;

    public Footprint Build()
    {
        var metric = workload.Metric == VectorMetric.Cosine ? "cos" : "l2";
        _process = new PeerProcess(program, Rows(workload.UnitBase()), Rows(workload.UnitQueries()), workload.Dimensions, workload.Threads, [metric, .. parameters]);
        var built = _process.ReadLine().Split(' ');
        return new Footprint(Number(built[1]), (long)Number(built[2]), (long)Number(built[3]));
    }

    public int[][] Answer(int searchList) => _process!.Answer(searchList);

    public Timing Time(int searchList, int threads, TimeSpan duration)
    {
        var answer = _process!.Ask(string.Create(CultureInfo.InvariantCulture, $"time {searchList} {Workload.K} {threads} {duration.TotalSeconds}")).Split(' ');
        return new Timing(Number(answer[0]), Number(answer[1]), Number(answer[2]));
    }

    public void Dispose() => _process?.Dispose();

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private IEnumerable<ReadOnlyMemory<float>> Rows(float[] vectors)
    {
        for (var first = 0; first < vectors.Length; first += workload.Dimensions)
            yield return vectors.AsMemory(first, workload.Dimensions);
    }
}
