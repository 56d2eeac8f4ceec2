namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Keys in a row, whose labels are in a row too: as they are where nothing but inserts happened.</summary>
/// <param name="First">The first key.</param>
/// <param name="Last">The last key.</param>
/// <param name="Label">The first key's label.</param>
internal readonly record struct KeyRun(long First, long Last, long Label)
{
    public long LabelOf(long key) => Label + (key - First);

    public KeyRun From(long key) => new(key, Last, LabelOf(key));

    public KeyRun Before(long key) => this with { Last = key - 1 };

    /// <summary>The keys whose labels go up to one, which the first key's does.</summary>
    public KeyRun UpToLabel(long label) => label - Label < Last - First ? this with { Last = First + (label - Label) } : this;

    public bool IsFollowedBy(KeyRun other) => other.First == Last + 1 && other.Label == LabelOf(other.First);
}
