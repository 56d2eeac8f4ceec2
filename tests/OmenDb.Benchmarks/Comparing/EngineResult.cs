using OmenDb.Benchmarks.Measuring;

namespace OmenDb.Benchmarks.Comparing;

/// <summary>One engine on one set.</summary>
internal sealed record EngineResult(string Name, Footprint Footprint, IReadOnlyList<CurvePoint> Curve);
