using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>Answers <c>omen_label</c> in one run of a statement.</summary>
/// <param name="keys">Told how many keys had to be looked up because no labels are in memory.</param>
/// <param name="labels">The labels in memory; <see langword="null"/> for none.</param>
internal sealed class KeyLookup(LedgerKeys keys, SeenLabels? labels)
{
    private int _missing;

    public bool TryFind(long key, out long label)
    {
        label = 0;
        if (labels is not null)
            return labels.TryFind(key, out label);
        _missing++;
        return false;
    }

    /// <summary>The statement has ended, and has looked up what was missing.</summary>
    public void End()
    {
        if (_missing > 0)
            keys.LookedUp(_missing);
    }
}
