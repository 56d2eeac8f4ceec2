using System.Globalization;
using OmenDb.Benchmarks.Engines;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Vectors;
using OmenDb.DiskAnn;
using OmenDb.EFCore;
using Spectre.Console;
using static OmenDb.Benchmarks.Measuring.Figures;

namespace OmenDb.Benchmarks.Streaming;

/// <summary>One course of changes, step by step: recall after each, beside that of an index that was built afresh from the same rows.</summary>
/// <param name="title">What it is called.</param>
/// <param name="all">The rows of all times.</param>
/// <param name="places">Rows at a time.</param>
/// <param name="steps">The changes; the first fill all places.</param>
/// <param name="isUpdate">Whether rows are changed, not deleted and inserted.</param>
internal sealed class StreamRun(string title, ClusteredVectors all, int places, IReadOnlyList<IReadOnlyList<(int Place, int Row)>> steps, bool isUpdate)
{
    private const int K = Workload.K;
    private const int QueryCount = 500;
    private const int M = 16;
    private const int List = 80;
    private const double MostLost = 0.01;
    private const double MostGrowth = 1.15;

    /// <summary>Runs it.</summary>
    /// <returns>Whether it kept its recall and its size.</returns>
    public async Task<bool> RunAsync()
    {
        var random = new Random(1);
        var queries = Enumerable.Range(0, QueryCount).Select(i => all.Query(random.Next(all.Count), i)).ToArray();
        var rows = new ChangingRows(all, places);
        using var own = new DatabaseStream(all, queries, isUpdate);
        using var peer = HnswlibStream.TryStart(all, queries, places, M, List, out var problem);
        if (problem is not null)
            Console.Error.WriteLine($"hnswlib is left out: {problem}");

        AnsiConsole.WriteLine($"{title}: {places:N0} x {all.Dimensions}, {steps.Count - 1} steps of {steps[^1].Count:N0}");
        var table = new Table().AddColumns("step", "list", "recall@10", "built afresh, same list", peer?.Name ?? "hnswlib", "database MB", "index MB", "memory MB");
        var sizes = new List<(long Database, long Index, long? Memory)>();
        double most = 0, least = 1, ownSum = 0, peerSum = 0, freshSum = 0;
        foreach (var (number, step) in steps.Index())
        {
            await own.PutAsync(step);
            peer?.Put(step);
            rows.Put(step);
            var truth = Truth.Of(rows, VectorMetric.Euclidean, queries, K);
            var recall = truth.Recall(queries, await own.AnswerAsync());
            // Two builds calibrate on samples of their own: with the same list, what is compared is the graphs.
            var list = await own.ListSizeAsync();
            var fresh = truth.Recall(queries, Afresh(rows, queries, list));
            var other = peer is null ? double.NaN : truth.Recall(queries, peer.Answer());
            (most, least, ownSum, peerSum, freshSum) = (Math.Max(most, fresh - recall), Math.Min(least, recall), ownSum + recall, peerSum + other, freshSum + fresh);
            sizes.Add(own.Sizes());
            table.AddRow($"{number}", $"{list}", Number(recall, 4), Number(fresh, 4), Number(other, 4), Megabytes(sizes[^1].Database, 1), Megabytes(sizes[^1].Index, 1), Megabytes(sizes[^1].Memory, 1));
        }

        AnsiConsole.Write(table);
        var growth = (Database: Growth(sizes, s => s.Database), Index: Growth(sizes, s => s.Index), Memory: Growth(sizes, s => s.Memory));
        AnsiConsole.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"mean recall {ownSum / steps.Count:F4}, built afresh {freshSum / steps.Count:F4}, hnswlib {Number(peerSum / steps.Count, 4)}; least {least:F4}, at most {most:F4} below the fresh build of its step (bar {MostLost}); largest size in the second half over the first: database {Number(growth.Database, 2)}, index {Number(growth.Index, 2)}, memory {Number(growth.Memory, 2)} (bar {MostGrowth})"));
        return most <= MostLost && !(growth.Database > MostGrowth || growth.Index > MostGrowth || growth.Memory > MostGrowth);
    }

    private static int[][] Afresh(ChangingRows rows, float[][] queries, int list)
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = rows.Dimensions, Metric = DistanceMetric.Euclidean });
        index.AddBatch([.. Enumerable.Range(0, rows.Count).Select(i => (long)i)], rows.ToArray());
        var found = new Neighbor[K];
        return Array.ConvertAll(queries, query => found[..index.Search(query, found, new SearchOptions { SearchListSize = list })].Select(n => (int)n.Label).ToArray());
    }

    private static double? Growth(List<(long Database, long Index, long? Memory)> sizes, Func<(long Database, long Index, long? Memory), long?> size)
        => (double?)sizes.Skip(sizes.Count / 2).Max(size) / sizes.Take(sizes.Count / 2).Max(size);
}
