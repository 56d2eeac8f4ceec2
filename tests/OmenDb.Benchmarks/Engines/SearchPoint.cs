using OmenDb.Benchmarks.Measuring;

namespace OmenDb.Benchmarks.Engines;

/// <summary>One search list on a generated index.</summary>
/// <param name="SearchList">Its length.</param>
/// <param name="Recall">Recall@10 against an exact scan.</param>
/// <param name="OneThread">Measured on one thread.</param>
/// <param name="AllThreads">Measured on a thread for each processor.</param>
/// <param name="Hops">Nodes that a query expanded.</param>
/// <param name="Scored">Codes that it was compared with.</param>
/// <param name="MajorFaults">Pages that came from the disk for each query, on one thread; null where the system does not say.</param>
internal sealed record SearchPoint(int SearchList, double Recall, Timing OneThread, Timing AllThreads, double Hops, double Scored, double? MajorFaults);
