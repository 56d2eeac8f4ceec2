namespace OmenDb.DiskAnn;

/// <summary>One answer of a search.</summary>
/// <param name="Label">The label under which the vector was added.</param>
/// <param name="Distance">Its distance from the query, in the index's metric; smaller is nearer. Exact with <see cref="IndexStorage.Full"/>.</param>
/// <param name="Error">
/// By how much the vector may be nearer than that, in the same unit: four deviations of what rounding its elements to bytes changes with
/// <see cref="IndexStorage.Compact"/>, else 0.
/// </param>
public readonly record struct Neighbor(long Label, float Distance, float Error = 0);
