namespace OmenDb.DiskAnn.Tests.Quantization;

/// <summary>Indexes whose walks compare rows, because codes would not tell them apart.</summary>
public sealed class WalkedRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, DistanceMetric> WithoutCodes { get; } = new()
    {
        { "two dimensions", DistanceMetric.Euclidean },
        { "heavy tails", DistanceMetric.InnerProduct },
        { "each dimension smaller than the one before", DistanceMetric.InnerProduct },
    };

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(WithoutCodes))]
    public void An_opened_snapshot_answers_and_grows_like_the_index_it_was_made_of(string set, DistanceMetric metric)
    {
        var (vectors, dimensions) = HardSets.Vectors(set);
        var half = vectors.Length / dimensions / 2;
        using var index = Samples.Build(vectors[..(half * dimensions)], dimensions, metric);
        index.Save(_folder.File("index"));
        using var opened = VamanaIndex.Open(_folder.File("index"));
        Assert.Equal(Answers(index, set), Answers(opened, set));

        foreach (var one in new[] { index, opened })
            one.AddBatch(Samples.Labels(half, half), vectors.AsSpan(half * dimensions, half * dimensions));

        Assert.Equal(Answers(index, set), Answers(opened, set));
    }

    // By codes of four bits, a list of a hundred is needed, and among more rows none is long enough.
    [Fact]
    public void A_short_list_finds_inner_products_that_codes_cannot_tell_apart()
    {
        var (vectors, dimensions) = HardSets.Vectors("each dimension smaller than the one before");
        using var index = Samples.Build(vectors, dimensions, DistanceMetric.InnerProduct);

        var statistics = index.GetStatistics();

        Assert.InRange(statistics.MeasuredRecall, statistics.TargetRecall, 1);
        Assert.InRange(statistics.SearchListSize, 10, 30);
    }

    [Fact]
    public void Codes_are_given_up_when_what_comes_makes_them_useless()
    {
        const int Dimensions = 24;
        var tame = Samples.Clustered(2_000, Dimensions, seed: 1);
        var (wild, _) = HardSets.Vectors("heavy tails");
        using var index = Samples.Build(tame, Dimensions, DistanceMetric.InnerProduct);
        var resident = index.GetStatistics().ResidentBytes / 2_000;
        for (var batch = 0; batch < 3; batch++)
            index.AddBatch(Samples.Labels(3_000, 2_000 + (batch * 3_000)), [.. wild.Select(element => element * (1 + batch))]);

        Assert.True(index.GetStatistics().ResidentBytes / index.Count > resident, "Walks still need the codes only.");
        float[] all = [.. tame, .. wild, .. wild.Select(element => element * 2), .. wild.Select(element => element * 3)];
        var found = new Neighbor[10];
        foreach (var query in HardSets.Queries("heavy tails", 20))
        {
            Assert.Equal(10, index.Search(query, found));
            Assert.InRange(Samples.Recall(found, Samples.Exact(all, query, DistanceMetric.InnerProduct), 10), 0.9, 1);
        }
    }

    [Fact]
    public void A_filtered_search_and_a_stream_find_every_row()
    {
        var (vectors, dimensions) = HardSets.Vectors("two dimensions");
        using var index = Samples.Build(vectors, dimensions, DistanceMetric.Euclidean);
        var allowed = LabelSet.FromLabels([.. Enumerable.Range(0, 3000).Where(label => label % 3 == 0).Select(label => (long)label)]);
        using var stream = index.Stream(vectors.AsSpan(0, dimensions), new SearchOptions { Allowed = allowed });
        var found = new Neighbor[3000];

        Assert.Equal(1000, stream.Read(found));
        Assert.Equal(1000, found.Take(1000).Select(neighbor => neighbor.Label).Distinct().Count(label => label % 3 == 0));
    }

    private static List<(long, float)> Answers(VamanaIndex index, string set)
    {
        var answers = new List<(long, float)>();
        var found = new Neighbor[10];
        foreach (var query in HardSets.Queries(set, 20))
        {
            var count = index.Search(query, found);
            answers.AddRange(found.Take(count).Select(neighbor => (neighbor.Label, neighbor.Distance)));
        }

        return answers;
    }
}
