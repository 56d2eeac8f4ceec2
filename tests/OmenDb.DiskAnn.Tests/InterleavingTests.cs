using Microsoft.Win32.SafeHandles;
using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests;

/// <summary>What a reader meets in the middle of a write, and a writer in the middle of a read: each meeting is arranged, none is left to chance.</summary>
public sealed class InterleavingTests
{
    private const int Dimensions = 24;
    private const int Before = 1500; // more than are ranked in a row
    private const int After = 7000; // more than four times as many: codes are learned anew on the way

    public static TheoryData<DistanceMetric> Metrics { get; } = [DistanceMetric.Euclidean, DistanceMetric.InnerProduct];

    [Theory]
    [MemberData(nameof(Metrics))]
    public void At_every_step_of_a_write_searches_give_what_is_published(DistanceMetric metric)
    {
        var vectors = Growing();
        using var index = Samples.Build(vectors[..(Before * Dimensions)], Dimensions, metric);
        var met = new HashSet<GraphStep>();
        index.Graph.Reached = step =>
        {
            if (step == GraphStep.WalkBegun || !met.Add(step))
                return;
            var reached = index.Graph.Reached;
            index.Graph.Reached = null;
            CheckSearches(index, vectors, metric);
            index.Graph.Reached = reached;
        };

        index.AddBatch(Samples.Labels(After - Before, Before), vectors.AsSpan(Before * Dimensions));

        Assert.Equal(Enum.GetValues<GraphStep>().Except([GraphStep.WalkBegun]).Except(metric == DistanceMetric.InnerProduct ? [] : [GraphStep.RadiusRaised]), met.Order());
        Assert.Equal(After, index.Count);
        CheckSearches(index, vectors, metric);
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void A_walk_that_began_before_a_write_gives_what_was_there(DistanceMetric metric)
    {
        var vectors = Growing();
        using var index = Samples.Build(vectors[..(Before * Dimensions)], Dimensions, metric);
        index.Graph.Reached = step =>
        {
            Assert.Equal(GraphStep.WalkBegun, step);
            index.Graph.Reached = null;
            index.AddBatch(Samples.Labels(After - Before, Before), vectors.AsSpan(Before * Dimensions));
            index.Remove(3);
        };

        using var stream = index.Stream(vectors.AsSpan(0, Dimensions));

        Assert.Equal(After - 1, index.Count);
        Assert.Equal(Samples.Labels(Before).Where(l => l != 3), stream.ReadAll(100).Select(n => n.Label).Order());
    }

    [Theory]
    [MemberData(nameof(Metrics))]
    public void A_walk_finds_what_was_there_though_every_entry_point_has_come_since_it_began(DistanceMetric metric)
    {
        var vectors = Growing();
        using var index = Samples.Build(vectors[..(Before * Dimensions)], Dimensions, metric);
        index.Graph.Reached = _ =>
        {
            index.Graph.Reached = null;
            index.AddBatch(Samples.Labels(After - Before, Before), vectors.AsSpan(Before * Dimensions)); // its seeds are of other codes, too
            index.Graph.EntryPoints = [After - 1]; // they are chosen at random
        };

        using var stream = index.Stream(vectors.AsSpan(0, Dimensions));

        Assert.Equal(Samples.Labels(Before), stream.ReadAll(100).Select(n => n.Label).Order());
    }

    [Fact]
    public void A_label_that_is_removed_and_added_again_during_a_walk_is_given_once_at_most_and_found_where_it_is_now()
    {
        var vectors = Growing();
        using var index = Samples.Build(vectors[..(Before * Dimensions)], Dimensions, DistanceMetric.Euclidean);
        var (was, becomes) = (vectors[..Dimensions], vectors[(Before * Dimensions)..((Before + 1) * Dimensions)]);
        index.Graph.Reached = _ =>
        {
            index.Graph.Reached = null;
            Assert.True(index.Remove(0));
            index.Add(0, becomes);
        };

        using var stream = index.Stream(was);
        var found = stream.ReadAll(100).Where(n => n.Label == 0).ToList();

        Assert.True(found.Count <= 1);
        Assert.All(found, n => Assert.True(n.Distance == 0 || Math.Abs(n.Distance - Samples.Distance(becomes, was, DistanceMetric.Euclidean)) < 1e-3f));
        Assert.Equal(0, Nearest(index, becomes));
        Assert.NotEqual(0, Nearest(index, was));
    }

    [Fact]
    public async Task A_snapshot_holds_what_was_there_when_it_began_while_searches_go_on_and_writers_wait()
    {
        var vectors = Growing();
        using var index = Samples.Build(vectors[..(Before * Dimensions)], Dimensions, DistanceMetric.Euclidean);
        using var folder = new TemporaryFolder();
        Task? writer = null;
        var files = new FileSystemThat(() =>
        {
            writer ??= Task.Run(() =>
            {
                index.Remove(0);
                index.Add(Before, vectors.AsSpan(Before * Dimensions, Dimensions));
            });
            CheckSearches(index, vectors, DistanceMetric.Euclidean);
        });

        index.Save(folder.File("index"), default, files);
        await writer!;

        using var opened = VamanaIndex.Open(folder.File("index"));
        Assert.Equal(Samples.Labels(Before), opened.GetLabels());
        Assert.Equal(Samples.Labels(Before, 1), index.GetLabels());
    }

    [Fact]
    public void A_stream_that_is_read_between_writes_gives_what_was_there()
    {
        var vectors = Growing();
        using var index = Samples.Build(vectors[..(Before * Dimensions)], Dimensions, DistanceMetric.Euclidean);
        using var stream = index.Stream(vectors.AsSpan(0, Dimensions));
        var found = new List<long>();
        var page = new Neighbor[100];
        for (var count = Before; stream.Read(page) is var read and > 0; count += 100)
        {
            found.AddRange(page[..read].Select(n => n.Label));
            index.AddBatch(Samples.Labels(100, count), vectors.AsSpan(count * Dimensions, 100 * Dimensions));
        }

        Assert.Equal(Samples.Labels(Before), found.Order());
    }

    [Fact]
    public void An_index_that_is_disposed_at_any_step_of_a_write_refuses_the_next_call_and_no_other()
    {
        var vectors = Growing();
        foreach (var step in new[] { GraphStep.Linked, GraphStep.Published, GraphStep.Connected, GraphStep.Encoded, GraphStep.CodesReplaced })
        {
            var index = Samples.Build(vectors[..(Before * Dimensions)], Dimensions, DistanceMetric.Euclidean);
            index.Graph.Reached = reached =>
            {
                if (reached == step)
                    index.Dispose();
            };

            index.AddBatch(Samples.Labels(After - Before, Before), vectors.AsSpan(Before * Dimensions));

            Assert.Throws<ObjectDisposedException>(() => index.Search(vectors.AsSpan(0, Dimensions), new Neighbor[1]));
        }
    }

    [Fact]
    public void A_search_that_begins_before_its_index_is_disposed_ends_well()
    {
        var vectors = Growing();
        var index = Samples.Build(vectors[..(Before * Dimensions)], Dimensions, DistanceMetric.Euclidean);
        var found = new Neighbor[10];
        index.Graph.Reached = _ => index.Dispose();

        Assert.Equal(10, index.Search(vectors.AsSpan(0, Dimensions), found));
        Assert.Equal(0, found[0].Label);
        Assert.Throws<ObjectDisposedException>(() => index.Count > 0 && index.Contains(0));
    }

    // Each longer than the one before, so that the common radius of inner products grows.
    private static float[] Growing()
    {
        var vectors = Samples.Clustered(After, Dimensions, seed: 1);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] *= 1 + (i / Dimensions * 1e-4f);
        return vectors;
    }

    private static long Nearest(VamanaIndex index, float[] query)
    {
        var nearest = new Neighbor[1];
        index.Search(query, nearest);
        return nearest[0].Label;
    }

    private static void CheckSearches(VamanaIndex index, float[] vectors, DistanceMetric metric)
    {
        var published = index.Graph.NodeCount;
        var found = new Neighbor[10];
        for (var i = 0; i < 20; i++)
        {
            var query = vectors.AsSpan(i * 61 * Dimensions, Dimensions);
            Assert.Equal(10, index.Search(query, found));
            Assert.Equal(10, found.Select(n => n.Label).Distinct().Count());
            foreach (var neighbor in found)
            {
                Assert.InRange(neighbor.Label, 0, published - 1);
                var exact = Samples.Distance(vectors.AsSpan((int)neighbor.Label * Dimensions, Dimensions), query, metric);
                Assert.Equal(exact, neighbor.Distance, 1e-3f * Math.Max(1, Math.Abs(exact)));
            }
        }

        using var stream = index.Stream(vectors.AsSpan(0, Dimensions));
        Assert.Equal(Samples.Labels(published), stream.ReadAll(256).Select(n => n.Label).Order());
    }

    private sealed class FileSystemThat(Action whenItWrites) : FileSystem
    {
        public override void Write(SafeFileHandle file, ReadOnlySpan<byte> data, long offset)
        {
            whenItWrites();
            base.Write(file, data, offset);
        }
    }
}
