using OmenDb.Benchmarks.Measuring;

namespace OmenDb.Benchmarks.Engines;

/// <summary>What it took to build and save a generated index, and the most memory that the process ever had.</summary>
internal sealed record GeneratedFootprint(Footprint Footprint, double SaveSeconds, long PeakBytes);
