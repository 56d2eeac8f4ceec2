using OmenDb.Benchmarks.Measuring;

namespace OmenDb.Benchmarks.Engines;

/// <summary>What it took to build and save a generated index, and the most memory that the process ever had, null where the system does not say.</summary>
internal sealed record GeneratedFootprint(Footprint Footprint, double SaveSeconds, long? PeakBytes);
