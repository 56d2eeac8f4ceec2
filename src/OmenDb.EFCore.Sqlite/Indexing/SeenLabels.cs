namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>What one connection sees of labels that it shares, and what is newer.</summary>
/// <param name="shared">The labels.</param>
/// <param name="upTo">The last of them that it sees.</param>
/// <param name="newer">Its own, in the order of their keys.</param>
internal sealed class SeenLabels(KeyLabels shared, long upTo, KeyRun[] newer)
{
    public bool TryFind(long key, out long label)
    {
        if (!KeyLabels.TryFind(newer, key, out var run))
            return shared.TryFind(key, out label) && label <= upTo;
        label = run.LabelOf(key);
        return true;
    }
}
