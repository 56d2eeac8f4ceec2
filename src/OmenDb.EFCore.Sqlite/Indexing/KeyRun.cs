namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Consecutive keys with consecutive labels, as inserts leave them.</summary>
/// <param name="First">The first key.</param>
/// <param name="Last">The last key.</param>
/// <param name="Label">The first key's label.</param>
internal readonly record struct KeyRun(long First, long Last, long Label)
{
    private const long Unknown = long.MinValue / 2; // labels are positive

    /// <summary>Whether these keys only hide what earlier runs say of them: their labels are not known any more.</summary>
    public bool IsUnknown => Label < 0;

    public long LabelOf(long key) => Label + (key - First);

    public KeyRun From(long key) => new(key, Last, LabelOf(key));

    public KeyRun Before(long key) => this with { Last = key - 1 };

    public bool IsFollowedBy(KeyRun other) => other.First > Last && other.First == Last + 1 && other.Label == LabelOf(other.First);

    /// <summary>The run as of an earlier label: keys that got a later one are unknown.</summary>
    public IEnumerable<KeyRun> UpToLabel(long label)
    {
        if (label < Label)
        {
            yield return this with { Label = Unknown };
        }
        else if (label - Label < Last - First)
        {
            var unseen = First + (label - Label) + 1;
            yield return Before(unseen);
            yield return From(unseen) with { Label = Unknown };
        }
        else
        {
            yield return this;
        }
    }
}
