namespace OmenDb.DiskAnn;

/// <summary>Neighbours of one query, ever further away, until every live vector was produced. Not safe for concurrent use; the index is.</summary>
public sealed class NeighborStream : IDisposable
{
    internal NeighborStream() { }

    /// <summary>Reads on.</summary>
    /// <param name="destination">Receives the next neighbours, nearest first.</param>
    /// <returns>How many were written; 0 when every allowed live vector was produced.</returns>
    public int Read(Span<Neighbor> destination) => throw new NotSupportedException();

    /// <summary>Gives the stream's working memory back to the index.</summary>
    public void Dispose() { }
}
