using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>What one run of a statement asks for by key.</summary>
internal sealed class KeyLookup(LedgerKeys keys, KeyLabels labels)
{
    private int _missing;

    public bool TryFind(long key, out long label)
    {
        if (labels.TryFind(key, out label))
            return true;
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
