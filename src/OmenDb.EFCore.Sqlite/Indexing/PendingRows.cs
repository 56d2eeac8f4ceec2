namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Rows read from the ledger and not in the graph yet: one flat block of vectors, searched exactly.</summary>
internal sealed class PendingRows
{
    public static readonly PendingRows None = new([], [], 0);

    private PendingRows(long[] labels, float[] vectors, int count)
    {
        Labels = new ReadOnlyMemory<long>(labels, 0, count);
        Vectors = vectors.AsMemory(0, count == 0 ? 0 : vectors.Length / labels.Length * count);
    }

    public ReadOnlyMemory<long> Labels { get; }

    /// <summary>Row-major: as many rows as there are labels.</summary>
    public ReadOnlyMemory<float> Vectors { get; }

    /// <summary>Reads the next rows; the last label read, and those whose vector cannot be searched.</summary>
    public static PendingRows Read(
        IVisibleRows rows, Metadata.Internal.VectorIndexDefinition index, long after, int capacity, Predicate<long> isIndexed,
        out long last, List<(long Label, string Problem)> skipped)
    {
        var labels = new long[capacity];
        var vectors = GC.AllocateUninitializedArray<float>(checked(capacity * index.Dimensions));
        var count = 0;
        var lastRead = after;
        rows.ReadAfter(after, capacity, (label, vector) =>
        {
            lastRead = label;
            if (index.Problem(vector) is { } problem)
            {
                skipped.Add((label, problem));
            }
            else if (!isIndexed(label)) // a batch that failed half-way is read again
            {
                labels[count] = label;
                vector.CopyTo(vectors.AsSpan(count * index.Dimensions));
                count++;
            }
        });
        last = lastRead;
        return new PendingRows(labels, vectors, count);
    }
}
