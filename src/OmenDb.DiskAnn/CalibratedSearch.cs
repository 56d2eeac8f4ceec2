namespace OmenDb.DiskAnn;

/// <summary>What an index found out about itself for one k.</summary>
/// <param name="SearchListSize">The smallest search list found to reach the target recall; beginning with the last one, where the index grew.</param>
/// <param name="MeasuredRecall">The recall@k measured with it, or NaN before the first calibration.</param>
public readonly record struct CalibratedSearch(int SearchListSize, double MeasuredRecall);
