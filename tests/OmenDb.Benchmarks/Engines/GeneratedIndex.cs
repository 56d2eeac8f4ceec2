using System.Diagnostics;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Measuring;
using OmenDb.Benchmarks.Vectors;
using OmenDb.DiskAnn;

namespace OmenDb.Benchmarks.Engines;

/// <summary>An index of generated vectors, built a piece at a time, so that vectors are nowhere but in it, and saved.</summary>
internal static class GeneratedIndex
{
    private const int PieceRows = 32_768;

    /// <returns>What it took, and the most memory that the process had.</returns>
    public static GeneratedFootprint Build(ClusteredVectors vectors, string path)
    {
        using var index = VamanaIndex.Create(new VamanaOptions { Dimensions = vectors.Dimensions, Metric = DistanceMetric.Euclidean });
        var clock = new Stopwatch();
        var piece = new float[PieceRows * vectors.Dimensions];
        for (var first = 0; first < vectors.Count; first += PieceRows)
        {
            var count = Math.Min(PieceRows, vectors.Count - first);
            Parallel.For(0, count, row => vectors.Copy(first + row, piece.AsSpan(row * vectors.Dimensions, vectors.Dimensions)));
            long[] labels = [.. Enumerable.Range(first, count)];
            clock.Start();
            index.AddBatch(labels, piece.AsSpan(0, count * vectors.Dimensions));
            clock.Stop();
            Console.Error.WriteLine($"{first + count:N0} of {vectors.Count:N0} x {vectors.Dimensions}: {(first + count) / clock.Elapsed.TotalSeconds:N0} rows/s");
        }

        var saving = Stopwatch.StartNew();
        index.Save(path);
        var saved = saving.Elapsed;
        return new GeneratedFootprint(
            new Footprint(clock.Elapsed.TotalSeconds, index.GetStatistics().ResidentBytes, new FileInfo(path).Length), saved.TotalSeconds, ProcessMemory.Peak());
    }
}
