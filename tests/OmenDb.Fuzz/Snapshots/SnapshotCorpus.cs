using OmenDb.DiskAnn;

namespace OmenDb.Fuzz.Snapshots;

/// <summary>The whole snapshots that damaged ones are made of: those kept in the folder, and some of each kind.</summary>
internal static class SnapshotCorpus
{
    public static byte[][] Load(string workFolder)
    {
        var kept = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Corpus"), "*.snapshot").Order(StringComparer.Ordinal).Select(File.ReadAllBytes);
        return
        [
            .. kept,
            Make(workFolder, DistanceMetric.Euclidean, 4, 12),
            Make(workFolder, DistanceMetric.Cosine, 20, 60),
            Make(workFolder, DistanceMetric.InnerProduct, 7, 90),
            Make(workFolder, DistanceMetric.Cosine, 3, 0),
            Make(workFolder, DistanceMetric.Euclidean, 6, 1300), // more than are ranked in a row: walked
            Make(workFolder, DistanceMetric.InnerProduct, 20, 1100),
            Make(workFolder, DistanceMetric.Cosine, 20, 70, IndexStorage.Compact),
            Make(workFolder, DistanceMetric.InnerProduct, 6, 1200, IndexStorage.Compact),
        ];
    }

    private static byte[] Make(string workFolder, DistanceMetric metric, int dimensions, int count, IndexStorage storage = IndexStorage.Full)
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = dimensions, Metric = metric, MaxDegree = 12, Threads = 1, Storage = storage });
        var random = new Random(count);
        var vectors = new float[count * dimensions];
        foreach (ref var element in vectors.AsSpan())
            element = random.NextSingle() - 0.5f;
        if (count > 4)
            vectors.AsSpan(0, dimensions).CopyTo(vectors.AsSpan(3 * dimensions)); // two labels of one node
        index.AddBatch([.. Enumerable.Range(1, count).Select(i => (long)i)], vectors);
        index.Remove(2);
        var path = Path.Combine(workFolder, "corpus");
        index.Save(path);
        return File.ReadAllBytes(path);
    }
}
