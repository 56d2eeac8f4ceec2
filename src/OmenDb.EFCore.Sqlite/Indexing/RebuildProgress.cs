namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Tells how many rows a rebuild has indexed so far, out of what the graph tells of one batch.</summary>
internal sealed class RebuildProgress(IProgress<long> progress, long before) : IProgress<long>
{
    public void Report(long value) => progress.Report(before + value);
}
