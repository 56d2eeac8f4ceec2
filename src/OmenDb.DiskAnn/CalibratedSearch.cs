namespace OmenDb.DiskAnn;

/// <summary>What calibration found for searches of k neighbours.</summary>
/// <param name="SearchListSize">The smallest search list found to reach the target recall, in candidates.</param>
/// <param name="MeasuredRecall">The recall@k measured with it, from 0 to 1, or NaN before the first calibration.</param>
public readonly record struct CalibratedSearch(int SearchListSize, double MeasuredRecall);
