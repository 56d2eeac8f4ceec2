using FsCheck;
using FsCheck.Fluent;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Tests;

public sealed class PropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(1, 3);

    [Fact]
    public void Candidates_order_like_their_scores() => Prop.ForAll<float, float>((a, b) =>
        float.IsNaN(a) || float.IsNaN(b)
        || (a + 0f).CompareTo(b + 0f) == Candidate.Pack(a + 0f, 3).CompareTo(Candidate.Pack(b + 0f, 3))).Check(Config);

    [Fact]
    public void A_candidate_gives_back_what_was_packed() => Prop.ForAll<float, NonNegativeInt>((score, node) =>
    {
        var candidate = Candidate.Pack(score, node.Get);
        return Candidate.Node(candidate) == node.Get
            && BitConverter.SingleToInt32Bits(Candidate.Score(candidate)) == BitConverter.SingleToInt32Bits(score);
    }).Check(Config);

    [Fact]
    public void A_heap_gives_its_candidates_in_order_however_additions_and_removals_take_turns() => Prop.ForAll<PositiveInt, int>((turns, seed) =>
    {
        var random = new Random(seed);
        var heap = new CandidateHeap();
        var expected = new PriorityQueue<ulong, ulong>();
        for (var turn = 0; turn < turns.Get; turn++)
        {
            for (var i = random.Next(600); i > 0; i--)
            {
                var item = (ulong)random.NextInt64(1L << random.Next(4, 40));
                heap.Add(item);
                expected.Enqueue(item, item);
            }

            var removed = turn == turns.Get - 1 ? int.MaxValue : random.Next(200);
            while (removed-- > 0 && expected.TryDequeue(out var next, out _))
            {
                if (heap.Count != expected.Count + 1 || heap.First != next || !heap.TryRemoveFirst(out var given) || given != next)
                    return false;
            }
        }

        return !heap.TryRemoveFirst(out _);
    }).Check(Config);

    [Fact]
    public void A_pool_keeps_the_best() => Prop.ForAll<uint[], PositiveInt>((items, capacity) =>
    {
        var pool = new CandidatePool();
        pool.Reset(capacity.Get);
        var distinct = items.Distinct().Select(item => (ulong)item << 1).ToArray();
        var evicted = distinct.Select(pool.Offer).Where(item => item != ulong.MaxValue).ToArray();
        return pool.Items.ToArray().SequenceEqual(distinct.Order().Take(capacity.Get))
            && evicted.Order().SequenceEqual(distinct.Order().Skip(capacity.Get));
    }).Check(Config);

    [Fact]
    public void Any_history_of_changes_streams_exactly_the_live_labels() => Prop.ForAll<int[]>(changes =>
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = 2, Metric = DistanceMetric.Euclidean, Threads = 1 });
        var live = new HashSet<long>();
        foreach (var change in changes)
        {
            var label = Math.Abs((long)change) % 20;
            if (live.Add(label))
                index.Add(label, [change % 5, change % 3]);
            else if (live.Remove(label))
                index.Remove(label);
        }

        using var stream = index.Stream([1, 1]);
        var streamed = stream.ReadAll(3).Select(n => n.Label).ToArray();
        return streamed.Length == live.Count && live.SetEquals(streamed);
    }).Check(Config);
}
