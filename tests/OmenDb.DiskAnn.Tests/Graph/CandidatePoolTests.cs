using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Tests.Graph;

/// <summary>The search list, against candidates in a sorted list.</summary>
public sealed class CandidatePoolTests
{
    private readonly CandidatePool _pool = new();
    private readonly List<ulong> _sorted = [];

    // At 200 and more, what is taken out from the front leaves room that runs out again and again.
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(120)]
    [InlineData(500)]
    public void It_holds_the_best_and_expands_and_gives_them_in_order_though_nearer_ones_come_late(int capacity)
    {
        var random = new Random(1);
        for (var walk = 0; walk < 3; walk++)
        {
            _pool.Reset(capacity);
            _sorted.Clear();
            for (var node = 1; node < 10 * (capacity + 100); node++)
            {
                Offer(Candidate.Pack(random.NextSingle(), node));
                if (random.Next(3) == 0)
                    Expand();
                if (random.Next(2) == 0 && _sorted.Count > 0)
                    RemoveFirst();
                if (random.Next(capacity + 20) == 0)
                    Fill(node * 10_000, random);
                Assert.Equal(_sorted, _pool.Items.ToArray());
            }
        }
    }

    private void Fill(int firstNode, Random random)
    {
        for (var i = 0; i < _pool.Capacity; i++)
            Offer(Candidate.Pack(random.NextSingle(), firstNode + i));
    }

    private void Offer(ulong candidate)
    {
        _sorted.Insert(~_sorted.BinarySearch(candidate), candidate);
        var left = ulong.MaxValue;
        if (_sorted.Count > _pool.Capacity)
        {
            left = _sorted[^1];
            _sorted.RemoveAt(_sorted.Count - 1);
        }

        Assert.Equal(left, _pool.Offer(candidate));
    }

    private void Expand()
    {
        var next = _sorted.FindIndex(candidate => (candidate & Candidate.Expanded) == 0);
        Assert.Equal(next >= 0, _pool.TryExpand(out var node));
        if (next < 0)
            return;
        Assert.Equal(Candidate.Node(_sorted[next]), node);
        _sorted[next] |= Candidate.Expanded;
    }

    private void RemoveFirst()
    {
        Assert.Equal(_sorted[0], _pool.RemoveFirst());
        _sorted.RemoveAt(0);
    }
}
