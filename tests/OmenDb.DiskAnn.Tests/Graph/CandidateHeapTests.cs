using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Tests.Graph;

/// <summary>Candidates that are ordered as late as can be, against all of them sorted.</summary>
public sealed class CandidateHeapTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(1_000)] // of which most are set apart
    public void Candidates_that_were_changed_after_some_were_removed_come_in_their_new_order(int count)
    {
        var heap = new CandidateHeap();
        var random = new Random(1);
        for (var i = 0; i < count; i++)
            heap.Add((ulong)random.NextInt64());
        Assert.True(heap.TryRemoveFirst(out _));

        var changed = heap.Reopen();
        foreach (ref var candidate in changed)
            candidate = (ulong)random.NextInt64();
        var expected = changed.ToArray().Order().ToList();

        Assert.Equal(count - 1, expected.Count);
        Assert.Equal(expected, expected.Select(_ => heap.TryRemoveFirst(out var first) ? first : 0));
        Assert.Equal(0, heap.Count);
    }
}
