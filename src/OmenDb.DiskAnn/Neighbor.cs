namespace OmenDb.DiskAnn;

/// <summary>One answer of a search.</summary>
/// <param name="Label">The label under which the vector was added.</param>
/// <param name="Distance">Its exact distance from the query, in the index's metric; smaller is nearer.</param>
public readonly record struct Neighbor(long Label, float Distance);
