using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>What one run of a statement asks for by key.</summary>
/// <param name="keys">Told of what was looked up because nothing is in memory.</param>
/// <param name="labels">What is; <see langword="null"/> for nothing.</param>
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
