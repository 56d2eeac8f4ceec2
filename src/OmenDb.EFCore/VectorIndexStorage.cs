namespace OmenDb.EFCore;

/// <summary>What the file of a vector index beside a SQLite database holds. The answers are the same; PostgreSQL, whose index is the server's own, knows one kind only.</summary>
public enum VectorIndexStorage
{
    /// <summary>
    /// The vectors themselves, 4 bytes an element, and what searches walk on: at most 1.27 times the vectors and 4 bytes for each neighbour slot. Fastest, and needs the least memory.
    /// </summary>
    Full,

    /// <summary>
    /// A byte an element: at most 0.27 times the vectors, from 384 dimensions on, and 4 bytes for each neighbour slot. Searches rank by the vectors in the database, so that these are stored once; they read
    /// a few rows more, and need these bytes in memory. Fewer than 512 vectors are held whole.
    /// </summary>
    Compact,
}
