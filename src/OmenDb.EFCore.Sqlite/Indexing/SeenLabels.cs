namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The labels that one connection sees: of shared ones those up to the last row that it sees of them, and newer ones of its own.</summary>
/// <param name="shared">The shared labels.</param>
/// <param name="upTo">The last of those that it sees.</param>
/// <param name="newer">The newer ones, in the order of their keys.</param>
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
