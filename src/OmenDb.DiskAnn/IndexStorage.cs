namespace OmenDb.DiskAnn;

/// <summary>What an index keeps of each vector.</summary>
public enum IndexStorage
{
    /// <summary>Its elements, 4 bytes each, and a small code that searches walk on: distances are exact.</summary>
    Full,

    /// <summary>
    /// A byte for each element, a quarter of the room: distances are nearly exact (see <see cref="Neighbor.Error"/>), for callers that have
    /// the vectors elsewhere and rank the answers by them. Fewer than 512 vectors are kept whole.
    /// </summary>
    Compact,
}
