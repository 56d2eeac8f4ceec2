using System.Globalization;
using System.Runtime.CompilerServices;

namespace OmenDb.DiskAnn.Tests.Quality;

/// <summary>
/// The work of a query, counted: nodes expanded, scored and ranked by their rows, on average over 100 queries. The baseline is a file; set
/// OMENDB_WRITE_BASELINES to write it anew, then say in the commit what changed the work.
/// </summary>
public sealed class WorkTests
{
    private const int Rows = 5_000;
    private const int Queries = 100;

    // Other processors round the directions of codes a little differently.
    private const double Tolerance = 0.02;

    private static readonly Dictionary<string, Func<double[]>> Kinds = new()
    {
        ["ten nearest on codes, cosine, 96 dimensions"] = () => Measure(96, DistanceMetric.Cosine, k: 10),
        ["a hundred nearest on codes, Euclidean, 96 dimensions"] = () => Measure(96, DistanceMetric.Euclidean, k: 100),
        ["ten largest products on codes, 96 dimensions"] = () => Measure(96, DistanceMetric.InnerProduct, k: 10),
        ["ten nearest among half of the rows, on codes"] = () => Measure(96, DistanceMetric.Euclidean, k: 10, everyNth: 2),
        ["ten nearest among a fifth of the rows, on codes"] = () => Measure(96, DistanceMetric.Euclidean, k: 10, everyNth: 5),
        ["ten nearest among a tenth of the rows, on rows"] = () => Measure(96, DistanceMetric.Euclidean, k: 10, everyNth: 10),
        ["sixty read one by one, on codes"] = () => Measure(96, DistanceMetric.Euclidean, k: 60, oneByOne: true),
        ["sixty of half of the rows read one by one, on codes"] = () => Measure(96, DistanceMetric.Euclidean, k: 60, everyNth: 2, oneByOne: true),
        ["ten nearest on rows, Euclidean, 16 dimensions"] = () => Measure(16, DistanceMetric.Euclidean, k: 10),
    };

    public static TheoryData<string> Names { get; } = [.. Kinds.Keys];

    [Fact]
    public void The_baseline_names_every_kind_of_query()
    {
        if (Environment.GetEnvironmentVariable("OMENDB_WRITE_BASELINES") is { Length: > 0 })
            Write();
        else
            Assert.Equal(Kinds.Keys.Order(), Baseline().Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_query_takes_the_work_that_it_took_before(string kind)
    {
        var expected = Baseline()[kind];
        var actual = Kinds[kind]();

        foreach (var (before, now, what) in expected.Zip(actual, ["expanded", "scored", "ranked"]))
            Assert.True(Math.Abs(now - before) <= Tolerance * before, $"{now:F2} nodes are {what} in a query, not {before:F2}.");
    }

    private static double[] Measure(int dimensions, DistanceMetric metric, int k, int everyNth = 1, bool oneByOne = false)
    {
        using var index = Samples.Build(Samples.Clustered(Rows, dimensions, seed: 1), dimensions, metric, threads: 1);
        var allowed = everyNth == 1 ? null : LabelSet.FromLabels([.. Samples.Labels(Rows).Where(label => label % everyNth == 0)]);
        var found = new Neighbor[k];
        var (step, expected) = oneByOne ? (1, 10) : (k, k);
        double expanded = 0, scored = 0, ranked = 0;
        foreach (var query in Samples.Clustered(Queries, dimensions, seed: 2).Chunk(dimensions))
        {
            // A list of its own: the calibrated one would hide what it makes up for.
            using var stream = index.Stream(query, new SearchOptions { SearchListSize = Math.Max(40, expected), Expected = expected, Allowed = allowed });
            for (var read = 0; read < k; read += step)
                Assert.Equal(step, stream.Read(found.AsSpan(read, step)));
            expanded += stream.Scratch.Hops;
            scored += stream.Scratch.Scored;
            ranked += stream.Scratch.Ranked;
        }

        return [expanded / Queries, scored / Queries, ranked / Queries];
    }

    private static Dictionary<string, double[]> Baseline() => File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Baselines", "work.csv"))
        .Select(line => line.Split(';'))
        .ToDictionary(cells => cells[0], cells => cells[1..].Select(cell => double.Parse(cell, CultureInfo.InvariantCulture)).ToArray());

    private static void Write([CallerFilePath] string source = "") => File.WriteAllLines(
        Path.Combine(Path.GetDirectoryName(source)!, "Baselines", "work.csv"),
        Kinds.Select(kind => string.Join(';', kind.Value().Select(count => count.ToString("F2", CultureInfo.InvariantCulture)).Prepend(kind.Key))));
}
