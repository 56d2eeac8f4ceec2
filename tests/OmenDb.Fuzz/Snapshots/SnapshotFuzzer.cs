using OmenDb.DiskAnn;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.Fuzz.Snapshots;

/// <summary>
/// Opens damaged snapshots. One whose checksums were left as they were must be refused, or answer like the whole one. One whose checksums were made
/// right again may hold anything, but must be refused, or be an index: every live label once, in order, and it can be searched, grown and saved.
/// </summary>
internal sealed class SnapshotFuzzer : IFuzzer
{
    private const long MostAllocated = 512L << 20; // the files have less than half a megabyte

    private readonly int _seed;
    private readonly TemporaryFolder _folder = new();
    private readonly byte[][] _corpus;
    private readonly Neighbor[][] _answers;

    public SnapshotFuzzer(int seed)
    {
        _seed = seed;
        _corpus = SnapshotCorpus.Load(_folder.Path);
        _answers = Array.ConvertAll(_corpus, bytes =>
        {
            using var index = Open(bytes, FileSystem.Default);
            return Answers(index);
        });
    }

    public bool Run(long number)
    {
        var random = new Random(unchecked((_seed * 16_777_619) ^ (int)number));
        var chosen = random.Next(_corpus.Length);
        var mutant = SnapshotMutation.Apply(_corpus[chosen], _corpus[random.Next(_corpus.Length)], random);
        var isSealed = random.Next(10) < 7;
        if (isSealed)
            SnapshotSeal.Close(mutant);
        return Check(mutant, isSealed ? null : _answers[chosen], random);
    }

    /// <summary>Opens a file and holds it to what is promised.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="expected">What it must answer; <see langword="null"/> for anything an index may answer.</param>
    /// <param name="random">Chooses what is asked.</param>
    /// <returns>Whether it was opened.</returns>
    public bool Check(byte[] bytes, Neighbor[]? expected, Random random)
    {
        var before = GC.GetTotalAllocatedBytes();
        var opened = IsOpened(bytes, expected, random);
        var allocated = GC.GetTotalAllocatedBytes() - before;
        return allocated <= MostAllocated ? opened : throw new FuzzFailure($"a file of {bytes.Length:N0} bytes allocated {allocated:N0}");
    }

    public void Dispose() => _folder.Dispose();

    private bool IsOpened(byte[] bytes, Neighbor[]? expected, Random random)
    {
        try
        {
            var files = random.Next(2) == 0 ? FileSystem.Default : LargeGraphs.Files;
            using var index = Open(bytes, files);
            if (expected is null)
                Use(index, files, random);
            else if (!expected.SequenceEqual(Answers(index)))
                throw new FuzzFailure("a damaged file answers otherwise than the whole one");
            return true;
        }
        catch (SnapshotFormatException)
        {
            return false;
        }
        catch (Exception e) when (e is not FuzzFailure)
        {
            throw new FuzzFailure($"a damaged file was met with {e.GetType().Name}: {e.Message}", e);
        }
    }

    private static Neighbor[] Answers(VamanaIndex index)
    {
        var random = new Random(1);
        var found = new Neighbor[10];
        return [.. Enumerable.Range(0, 4).SelectMany(_ => found[..index.Search(Vector(index.Dimensions, random), found)])];
    }

    private static float[] Vector(int dimensions, Random random)
    {
        var vector = new float[dimensions];
        foreach (ref var element in vector.AsSpan())
            element = random.NextSingle() - 0.5f;
        return vector;
    }

    private VamanaIndex Open(byte[] bytes, FileSystem files)
    {
        var path = _folder.File("mutant");
        File.Delete(path); // a new file: an open mapping of the old one must not change
        File.WriteAllBytes(path, bytes);
        return VamanaIndex.Open(path, files);
    }

    private void Use(VamanaIndex index, FileSystem files, Random random)
    {
        var live = index.GetLabels();
        RequireAll(index, live, allowed: null, random);
        RequireAll(index, [.. live.Where(_ => random.Next(3) == 0)], allowed: true, random);

        var label = live.Length == 0 ? 1 : live.Max() == long.MaxValue ? live.Min() - 40 : live.Max() + 1;
        var count = random.Next(1, 40);
        index.AddBatch([.. Enumerable.Range(0, count).Select(i => label + i)], [.. Enumerable.Range(0, count).SelectMany(_ => Vector(index.Dimensions, random))]);
        index.Remove(label);
        var grown = index.GetLabels();
        if (grown.Length != live.Length + count - 1)
            throw new FuzzFailure($"{live.Length} labels and {count - 1} more became {grown.Length}");
        RequireAll(index, grown, allowed: null, random);

        index.Save(_folder.File("saved"), default, files);
        using var again = VamanaIndex.Open(_folder.File("saved"), files);
        if (!again.GetLabels().SequenceEqual(grown))
            throw new FuzzFailure("what was saved is not what was there");
    }

    private static void RequireAll(VamanaIndex index, long[] labels, bool? allowed, Random random)
    {
        var options = new SearchOptions { Allowed = allowed is null || labels.Length == 0 || Span(labels) > 1 << 24 ? null : LabelSet.FromLabels(labels), Expected = random.Next(300) };
        if (allowed is not null && options.Allowed is null)
            return;
        using var stream = index.Stream(Vector(index.Dimensions, random), options);
        var found = new HashSet<long>();
        var page = new Neighbor[random.Next(1, 100)];
        while (stream.Read(page) is var read and > 0)
        {
            for (var i = 0; i < read; i++)
            {
                if (!found.Add(page[i].Label))
                    throw new FuzzFailure($"label {page[i].Label} came twice");
                if (i > 0 && Place(page[i]) < Place(page[i - 1]))
                    throw new FuzzFailure("a nearer one came later");
            }
        }

        if (!found.SetEquals(labels))
            throw new FuzzFailure($"{labels.Length} labels are there, {found.Count} were found");

        float Place(Neighbor neighbor) => index.Metric == DistanceMetric.InnerProduct ? neighbor.Distance - neighbor.Error : neighbor.Distance;
    }

    private static double Span(long[] labels) => (double)labels.Max() - labels.Min();
}
