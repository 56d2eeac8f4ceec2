using System.Diagnostics;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Measuring;
using OmenDb.DiskAnn;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Engines;

/// <summary>The engine of this repository with its default options.</summary>
internal sealed class OmenDbEngine(Workload workload) : IEngine
{
    private readonly VamanaIndex _index = VamanaIndex.Create(new VamanaOptions
    {
        Dimensions = workload.Dimensions,
        Metric = workload.Metric switch
        {
            VectorMetric.Cosine => DistanceMetric.Cosine,
            VectorMetric.Euclidean => DistanceMetric.Euclidean,
            VectorMetric.InnerProduct => DistanceMetric.InnerProduct,
            var other => throw new ArgumentOutOfRangeException(nameof(workload), other, "No such metric."),
        },
        Threads = workload.Threads,
    });

    public string Name => "OmenDb";

    public bool HasSearchList => true;

    /// <summary>The list that searches for ten take unless they say another.</summary>
    public int ChosenList => _index.GetStatistics().SearchListSize;

    public Footprint Build()
    {
        long[] labels = [.. Enumerable.Range(0, workload.Rows)];
        var clock = Stopwatch.StartNew();
        if (workload.IsOneByOne)
        {
            foreach (var row in Enumerable.Range(0, workload.Rows))
                _index.Add(row, workload.Base.AsSpan(row * workload.Dimensions, workload.Dimensions));
        }
        else
        {
            _index.AddBatch(labels, workload.Base);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        return new Footprint(seconds, _index.GetStatistics().ResidentBytes, SavedBytes());
    }

    public int[][] Answer(int searchList) => Answer(new SearchOptions { SearchListSize = searchList });

    public int[][] Answer(SearchOptions options)
    {
        var found = new Neighbor[Workload.K];
        return Array.ConvertAll(workload.Queries, query =>
        {
            var count = _index.Search(query, found, options);
            return Array.ConvertAll(found[..count], neighbor => (int)neighbor.Label);
        });
    }

    public Timing Time(int searchList, int threads, TimeSpan duration) => Time(new SearchOptions { SearchListSize = searchList }, threads, duration);

    public Timing Time(SearchOptions options, int threads, TimeSpan duration)
        => QueryLoop.Run(workload.Queries.Length, threads, duration, () =>
        {
            var found = new Neighbor[Workload.K];
            return query => _index.Search(workload.Queries[query], found, options);
        });

    public void Dispose() => _index.Dispose();

    private long SavedBytes()
    {
        using var folder = new TemporaryFolder();
        var file = new FileInfo(folder.File("index"));
        _index.Save(file.FullName);
        return file.Length;
    }
}
