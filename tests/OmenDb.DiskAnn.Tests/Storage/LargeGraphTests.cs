using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using OmenDb.DiskAnn.Storage;
using OmenDb.Fuzz.Snapshots;

namespace OmenDb.DiskAnn.Tests.Storage;

/// <summary>Snapshots of large graphs: written in the order of the graph, and checked where they are used. Every graph is a large one here.</summary>
public sealed class LargeGraphTests : IDisposable
{
    private const int Count = 3000;
    private const int Dimensions = 40;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(DistanceMetric.Cosine, IndexStorage.Full)]
    [InlineData(DistanceMetric.Euclidean, IndexStorage.Full)]
    [InlineData(DistanceMetric.InnerProduct, IndexStorage.Full)]
    [InlineData(DistanceMetric.Cosine, IndexStorage.Compact)]
    [InlineData(DistanceMetric.InnerProduct, IndexStorage.Compact)]
    public void An_index_in_its_graphs_order_answers_as_before(DistanceMetric metric, IndexStorage storage)
    {
        using var index = Build(metric, storage);
        index.Remove(17);
        using var opened = SaveAndOpen(index);

        Assert.Equal(index.GetStatistics(), opened.GetStatistics());
        Assert.Equal(index.GetLabels(), opened.GetLabels());
        Assert.Equal(Samples.Answers(index), Samples.Answers(opened));
    }

    [Fact]
    public void Vectors_that_come_in_tight_groups_can_be_saved()
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, MaxDegree = 64 });
        index.AddBatch(Samples.Labels(Count), Groups(size: 30));
        using var opened = SaveAndOpen(index);

        opened.Verify();
        Assert.Equal(index.GetLabels(), opened.GetLabels());
    }

    [Fact]
    public void Neighbours_lie_near_each_other()
    {
        using var index = Build();
        using var opened = SaveAndOpen(index);

        Assert.InRange(MedianGap(opened), 1, MedianGap(index) / 4);
    }

    [Fact]
    public void Vectors_added_later_stay_behind_until_they_are_an_eighth()
    {
        using var index = Build();
        using var first = SaveAndOpen(index);
        first.AddBatch(Samples.Labels(Count / 10, Count), Samples.Clustered(Count / 10, Dimensions, seed: 2));
        using var second = SaveAndOpen(first);
        second.AddBatch(Samples.Labels(Count / 10, 2 * Count), Samples.Clustered(Count / 10, Dimensions, seed: 3));
        using var third = SaveAndOpen(second);

        Assert.Equal([Count, Count, Count * 12 / 10], [first.Graph.OrderedNodes, second.Graph.OrderedNodes, third.Graph.OrderedNodes]);
        Assert.Equal(Samples.Answers(second), Samples.Answers(third));
    }

    [Fact]
    public async Task An_index_that_was_not_checked_yet_can_grow()
    {
        using var index = Build();
        var more = Samples.Clustered(Count, Dimensions, seed: 2);
        for (var round = 0; round < 5; round++)
        {
            using var opened = SaveAndOpen(index);
            using var stop = new CancellationTokenSource();
            var searching = Task.Run(() =>
            {
                while (!stop.IsCancellationRequested)
                    Samples.Answers(opened);
            });
            opened.AddBatch(Samples.Labels(Count, Count), more);
            await stop.CancelAsync();
            await searching;
            opened.Verify();
            Assert.Equal(2 * Count, opened.Count);
        }
    }

    [Theory]
    [InlineData((int)SnapshotSection.Vectors, "vector")]
    [InlineData((int)SnapshotSection.Edges, "list of neighbours")]
    [InlineData((int)SnapshotSection.Codes, "code")]
    public void Damage_is_found_by_the_search_that_meets_it(int section, string what)
    {
        using var index = Build();
        using var opened = Open(Damaged(index, (SnapshotSection)section, every: 2000));

        var exception = Assert.Throws<SnapshotFormatException>(() => Samples.Answers(opened));

        Assert.Contains(what, exception.Message, StringComparison.Ordinal);
        Assert.Throws<SnapshotFormatException>(opened.Verify);
        Assert.Throws<SnapshotFormatException>(() => opened.Save(_folder.File("again")));
    }

    [Fact]
    public void A_stream_that_met_damage_does_not_go_on_as_if_nothing_were_missing()
    {
        using var index = Build();
        using var opened = Open(Damaged(index, SnapshotSection.Vectors, every: int.MaxValue));
        using var stream = opened.Stream(Samples.Clustered(1, Dimensions, seed: 50));

        Assert.Throws<SnapshotFormatException>(() => stream.ReadAll(1));

        for (var i = 0; i < Count; i++)
            Assert.Throws<SnapshotFormatException>(() => stream.Read(new Neighbor[1]));
    }

    [Theory]
    [InlineData((int)SnapshotSection.Edges)]
    [InlineData((int)SnapshotSection.Codes)]
    public void Damage_in_one_place_is_refused_or_changes_no_answer(int section)
    {
        using var index = Build();
        var expected = Samples.Answers(index);
        index.Save(_folder.File("index"), default, LargeGraphs.Files);
        var whole = File.ReadAllBytes(_folder.File("index"));
        var content = SnapshotSeal.Of(SnapshotSeal.Sections(whole), (SnapshotSection)section);
        var random = new Random(3);
        var refused = 0;
        for (var round = 0; round < 40; round++)
        {
            var bytes = (byte[])whole.Clone();
            bytes[content.Offset + random.NextInt64(content.Length)] ^= 16;
            using var opened = Open(bytes);
            try
            {
                Assert.Equal(expected, Samples.Answers(opened));
            }
            catch (SnapshotFormatException)
            {
                refused++;
            }

            Assert.Throws<SnapshotFormatException>(opened.Verify);
        }

        Assert.NotEqual(0, refused);
    }

    [Fact]
    public void A_forged_neighbour_is_refused_by_the_search_that_meets_it()
    {
        using var index = Build();
        index.Save(_folder.File("index"), default, LargeGraphs.Files);
        var bytes = File.ReadAllBytes(_folder.File("index"));
        var content = SnapshotSeal.Of(SnapshotSeal.Sections(bytes), SnapshotSection.Edges);
        foreach (ref var slot in MemoryMarshal.Cast<byte, int>(bytes.AsSpan((int)content.Offset, (int)content.Length)))
            slot = slot < 0 ? slot : Count;
        SnapshotSeal.Close(bytes);
        using var opened = Open(bytes);

        Assert.Throws<SnapshotFormatException>(() => Samples.Answers(opened));
    }

    [Theory]
    [InlineData(IndexStorage.Full)]
    [InlineData(IndexStorage.Compact)]
    public void A_vector_that_is_longer_than_all_is_refused_as_long_as_one_is_damaged(IndexStorage storage)
    {
        using var index = Build(DistanceMetric.InnerProduct, storage);
        using var opened = Open(Damaged(index, SnapshotSection.Vectors, every: int.MaxValue));
        var longer = new float[Dimensions];
        longer.AsSpan().Fill(100);

        Assert.Throws<SnapshotFormatException>(() => opened.Add(Count, longer));
        Assert.Throws<SnapshotFormatException>(() => opened.Add(Count, longer));

        Assert.Equal(Count, opened.Count);
    }

    [Fact]
    public void A_file_whose_first_vector_is_damaged_is_refused_by_calibration_which_changes_nothing()
    {
        using var index = Build();
        index.AddBatch(Samples.Labels(Count / 20, Count), Samples.Clustered(Count / 20, Dimensions, seed: 2));
        using var opened = Open(Damaged(index, SnapshotSection.Vectors, every: int.MaxValue));
        var before = opened.GetStatistics();

        Assert.Throws<SnapshotFormatException>(() => opened.Calibrate(0.9));

        Assert.Equal(before, opened.GetStatistics());
        Assert.Equal(Count, opened.Graph.Calibrated.Nodes); // since when it was due again as soon as before
    }

    [Fact]
    public void An_index_that_was_not_checked_yet_is_calibrated_and_saved_as_that()
    {
        using var index = Build();
        using var opened = SaveAndOpen(index);

        opened.Calibrate(0.6);

        using var again = SaveAndOpen(opened);
        Assert.Equal(0.6, again.GetStatistics().TargetRecall);
        Assert.Equal(opened.GetStatistics(), again.GetStatistics());
        Assert.NotEqual(index.GetStatistics().SearchListSize, again.GetStatistics().SearchListSize);
    }

    [Fact]
    public void A_forged_file_whose_nodes_all_have_one_neighbour_many_times_can_be_saved()
    {
        using var index = Build();
        index.Save(_folder.File("index"), default, LargeGraphs.Files);
        var bytes = File.ReadAllBytes(_folder.File("index"));
        var content = SnapshotSeal.Of(SnapshotSeal.Sections(bytes), SnapshotSection.Edges);
        foreach (ref var slot in MemoryMarshal.Cast<byte, int>(bytes.AsSpan((int)content.Offset, (int)content.Length)))
            slot = 7;
        MemoryMarshal.AsRef<SnapshotHeader>(bytes.AsSpan()).OrderedNodes = 0;
        SnapshotSeal.Close(bytes);
        using var opened = Open(bytes);

        opened.Save(_folder.File("again"), default, LargeGraphs.Files);

        using var again = VamanaIndex.Open(_folder.File("again"), LargeGraphs.Files);
        Assert.Equal(index.GetLabels(), again.GetLabels());
    }

    [Fact]
    public void When_it_was_read_ahead_walks_are_as_short_as_before_it_was_saved()
    {
        using var index = Build();
        using var opened = SaveAndOpen(index);

        Assert.True(SpinWait.SpinUntil(() => opened.Graph.Seeds is not null, TimeSpan.FromSeconds(20)));

        Assert.InRange(Hops(opened), 0.95 * Hops(index), 1.05 * Hops(index));
    }

    [Fact]
    public void An_index_may_be_closed_while_it_is_read_ahead()
    {
        using var index = Build();
        index.Save(_folder.File("index"), default, LargeGraphs.Files);
        for (var round = 0; round < 200; round++)
        {
            VamanaIndex.Open(_folder.File("index"), LargeGraphs.Files).Dispose();
            Assert.False(IsMapped(_folder.File("index")));
        }

        File.Delete(_folder.File("index"));
        Assert.Empty(_folder.Files());
    }

    [Fact]
    public void A_file_is_let_go_of_although_nobody_disposed_its_index()
    {
        using var index = Build();
        index.Save(_folder.File("index"), default, LargeGraphs.Files);
        OpenAndForget();

        Assert.True(SpinWait.SpinUntil(IsLetGoOf, TimeSpan.FromSeconds(20)));

        bool IsLetGoOf()
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return !IsMapped(_folder.File("index"));
        }

        [MethodImpl(MethodImplOptions.NoInlining)]
        void OpenAndForget() => Samples.Answers(VamanaIndex.Open(_folder.File("index"), LargeGraphs.Files));
    }

    private static double Hops(VamanaIndex index) => Samples.Clustered(100, Dimensions, seed: 50).Chunk(Dimensions).Average(query =>
    {
        using var stream = index.Stream(query, new SearchOptions { SearchListSize = 20 });
        return stream.Scratch.Hops;
    });

    private static VamanaIndex Build(DistanceMetric metric = DistanceMetric.Cosine, IndexStorage storage = IndexStorage.Full)
    {
        var index = VamanaIndex.Create(new VamanaOptions { Dimensions = Dimensions, Metric = metric, Storage = storage });
        index.AddBatch(Samples.Labels(Count), Samples.Clustered(Count, Dimensions, seed: 1));
        return index;
    }

    // Windows refuses to delete a file that is; Linux tells.
    private static bool IsMapped(string path) => OperatingSystem.IsLinux() && File.ReadAllText("/proc/self/maps").Contains(path, StringComparison.Ordinal);

    // Vectors that come group by group, each group around one point.
    private static float[] Groups(int size)
    {
        var random = new Random(1);
        var vectors = new float[Count * Dimensions];
        var center = new float[Dimensions];
        for (var i = 0; i < Count; i++)
        {
            for (var d = 0; d < Dimensions; d++)
            {
                if (i % size == 0)
                    center[d] = random.NextSingle() - 0.5f;
                vectors[(i * Dimensions) + d] = center[d] + (0.01f * (random.NextSingle() - 0.5f));
            }
        }

        return vectors;
    }

    // How far the neighbours of a node lie from it, in places.
    private static int MedianGap(VamanaIndex index)
    {
        var gaps = new List<int>();
        for (var node = 0; node < Count; node++)
        {
            foreach (var neighbor in index.Graph.Edges.Neighbors(node))
                gaps.Add(Math.Abs(neighbor - node));
        }

        return gaps.Order().ElementAt(gaps.Count / 2);
    }

    private byte[] Damaged(VamanaIndex index, SnapshotSection section, int every)
    {
        index.Save(_folder.File("index"), default, LargeGraphs.Files);
        var bytes = File.ReadAllBytes(_folder.File("index"));
        var content = SnapshotSeal.Of(SnapshotSeal.Sections(bytes), section);
        for (var at = 0L; at < content.Length; at += every)
            bytes[content.Offset + at] ^= 1;
        return bytes;
    }

    private VamanaIndex SaveAndOpen(VamanaIndex index)
    {
        var path = _folder.File($"{Guid.NewGuid():N}");
        index.Save(path, default, LargeGraphs.Files);
        return VamanaIndex.Open(path, LargeGraphs.Files);
    }

    private VamanaIndex Open(byte[] bytes)
    {
        var path = _folder.File($"{Guid.NewGuid():N}");
        File.WriteAllBytes(path, bytes);
        return VamanaIndex.Open(path, LargeGraphs.Files);
    }
}
