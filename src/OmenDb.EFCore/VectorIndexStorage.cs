namespace OmenDb.EFCore;

/// <summary>What the file of a vector index beside a SQLite database holds. The answers are the same; PostgreSQL, whose index is the server's own, knows one kind only.</summary>
public enum VectorIndexStorage
{
    /// <summary>
    /// The vectors themselves, 4 bytes an element, and the codes that searches walk on: from 384 dimensions on, the file is at most 1.27 times the vectors, and 4 bytes for each neighbour slot. Fastest, and needs the least memory.
    /// </summary>
    Full,

    /// <summary>
    /// A byte an element: from 384 dimensions on, the file is at most 0.27 times the vectors, and 4 bytes for each neighbour slot. The vectors are stored once, in the database, and searches rank by them there: they read
    /// a few rows more, and need the file's bytes in memory. Fewer than 512 vectors are held whole.
    /// </summary>
    Compact,
}
