using OmenDb.Benchmarks.Measuring;

namespace OmenDb.Benchmarks.Comparing;

/// <summary>What one search list gives.</summary>
/// <param name="SearchList">Candidates kept while searching.</param>
/// <param name="Recall">Recall@10.</param>
/// <param name="OneThread">Measured on one thread.</param>
/// <param name="AllThreads">Measured on a thread for each processor.</param>
internal sealed record CurvePoint(int SearchList, double Recall, Timing OneThread, Timing AllThreads);
