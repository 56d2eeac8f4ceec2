namespace OmenDb.Benchmarks.Measuring;

/// <summary>What it took to build an index.</summary>
/// <param name="BuildSeconds">From vectors in memory to an index that can be searched.</param>
/// <param name="ResidentBytes">What a search needs in memory: vectors or codes, links and labels.</param>
/// <param name="DiskBytes">The saved file.</param>
internal sealed record Footprint(double BuildSeconds, long ResidentBytes, long DiskBytes);
