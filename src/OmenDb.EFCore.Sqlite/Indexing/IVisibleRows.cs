namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>One index's rows, as one connection sees them now.</summary>
internal interface IVisibleRows
{
    /// <summary>Whether the connection is inside a transaction that was begun explicitly.</summary>
    bool InTransaction { get; }

    /// <summary>Which snapshot the database names.</summary>
    SnapshotPointer ReadPointer();

    /// <summary>Reads rows past a label, in label order.</summary>
    void ReadAfter(long label, long limit, RowReader reader);
}

/// <summary>Takes one row; the vector is valid during the call only, and may be anything that SQL put there.</summary>
internal delegate void RowReader(long label, ReadOnlySpan<float> vector);
