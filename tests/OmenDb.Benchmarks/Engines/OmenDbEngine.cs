using System.Diagnostics;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Measuring;
using OmenDb.DiskAnn;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Engines;

/// <summary>The engine of this repository with its default options, searched as its file is: codes and edges in memory, vectors mapped.</summary>
internal sealed class OmenDbEngine(Workload workload) : IEngine
{
    private readonly WorkFolder _folder = new();
    private VamanaIndex? _opened;

    public string Name => "OmenDb";

    public bool HasSearchList => true;

    /// <summary>The list that searches for ten take unless they say another.</summary>
    public int ChosenList => Index.GetStatistics().SearchListSize;

    private VamanaIndex Index => _opened ?? throw new InvalidOperationException("Nothing was built.");

    public Footprint Build()
    {
        var file = new FileInfo(_folder.File("index"));
        var seconds = Build(file.FullName);
        _opened = VamanaIndex.Open(file.FullName);
        return new Footprint(seconds, _opened.GetStatistics().ResidentBytes, file.Length);
    }

    public int[][] Answer(int searchList) => Answer(new SearchOptions { SearchListSize = searchList });

    public int[][] Answer(SearchOptions options)
    {
        var found = new Neighbor[Workload.K];
        return Array.ConvertAll(workload.Queries, query =>
        {
            var count = Index.Search(query, found, options);
            return Array.ConvertAll(found[..count], neighbor => (int)neighbor.Label);
        });
    }

    public Timing Time(int searchList, int threads, TimeSpan duration) => Time(new SearchOptions { SearchListSize = searchList }, threads, duration);

    public Timing Time(SearchOptions options, int threads, TimeSpan duration)
        => QueryLoop.Run(workload.Queries.Length, threads, duration, () =>
        {
            var found = new Neighbor[Workload.K];
            return query => Index.Search(workload.Queries[query], found, options);
        });

    public void Dispose()
    {
        _opened?.Dispose();
        _folder.Dispose();
    }

    private double Build(string file)
    {
        using var index = VamanaIndex.Create(new VamanaOptions
        {
            Dimensions = workload.Dimensions,
            Metric = workload.Metric switch
            {
                VectorMetric.Cosine => DistanceMetric.Cosine,
                VectorMetric.Euclidean => DistanceMetric.Euclidean,
                VectorMetric.InnerProduct => DistanceMetric.InnerProduct,
                var other => throw new InvalidOperationException($"No such metric: {other}."),
            },
            Threads = workload.Threads,
        });
        long[] labels = [.. Enumerable.Range(0, workload.Rows)];
        var clock = Stopwatch.StartNew();
        if (workload.IsOneByOne)
        {
            foreach (var row in Enumerable.Range(0, workload.Rows))
                index.Add(row, workload.Base.AsSpan(row * workload.Dimensions, workload.Dimensions));
        }
        else
        {
            index.AddBatch(labels, workload.Base);
        }

        var seconds = clock.Elapsed.TotalSeconds;
        index.Save(file);
        return seconds;
    }
}
