using System.Runtime.InteropServices;
using OmenDb.DiskAnn.Storage;
using OmenDb.Fuzz.Snapshots;

namespace OmenDb.DiskAnn.Tests.Storage;

/// <summary>Files that somebody made: whatever they hold, they are refused, or what is opened is an index.</summary>
public sealed class HostileFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private delegate void Forgery(Span<byte> file, ref SnapshotHeader header, Span<SnapshotSectionInfo> sections);

    private static readonly Dictionary<string, Forgery> Forgeries = new()
    {
        ["more nodes than there can be"] = (_, ref header, _) => header.NodeCount = int.MaxValue,
        ["fewer nodes than none"] = (_, ref header, _) => header.NodeCount = -1,
        ["more entries than there can be"] = (_, ref header, _) => header.EntryCount = int.MaxValue,
        ["as many entries as are allowed"] = (_, ref header, _) => header.EntryCount = EntryTable.Most,
        ["fewer entries than nodes"] = (_, ref header, _) => header.EntryCount--,
        ["no entry points"] = (_, ref header, _) => header.EntryPointCount = 0,
        ["more entry points than nodes"] = (_, ref header, _) => header.EntryPointCount = int.MaxValue,
        ["no dimensions"] = (_, ref header, _) => header.Dimensions = 0,
        ["more dimensions than are allowed"] = (_, ref header, _) => header.Dimensions = int.MaxValue,
        ["other dimensions"] = (_, ref header, _) => header.Dimensions = 40,
        ["no such metric"] = (_, ref header, _) => header.Metric = 7,
        ["more neighbours than are allowed"] = (_, ref header, _) => header.MaxDegree = int.MaxValue,
        ["other numbers of neighbours"] = (_, ref header, _) => header.MaxDegree = 100,
        ["an endless search list"] = (_, ref header, _) => header.ListSize = int.MaxValue,
        ["no search list"] = (_, ref header, _) => header.ListSizeTop1 = 0,
        ["an endless search list for a hundred"] = (_, ref header, _) => header.ListSizeTop100 = int.MaxValue,
        ["a radius that is no number"] = (_, ref header, _) => header.SquaredRadius = double.NaN,
        ["an alpha that is no number"] = (_, ref header, _) => header.Alpha = float.NaN,
        ["a recall above one"] = (_, ref header, _) => header.TargetRecall = 2,
        ["rows of another size"] = (_, ref header, _) => header.VectorRowBytes = 0,
        ["edges of another size"] = (_, ref header, _) => header.EdgeRowBytes = int.MaxValue,
        ["codes of an odd length"] = (_, ref header, _) => header.CodeDimensions = 3,
        ["codes of a length below none"] = (_, ref header, _) => header.CodeDimensions = int.MinValue,
        ["codes longer than rows"] = (_, ref header, _) => header.CodeDimensions = int.MaxValue - 1,
        ["directions without a scale"] = (_, ref header, _) => header.DirectionStep = 0,
        ["directions of a scale below none"] = (_, ref header, _) => header.DirectionStep = -1,
        ["directions of a scale that is no number"] = (_, ref header, _) => header.DirectionStep = float.NaN,
        ["codes that were learned before there was a vector"] = (_, ref header, _) => header.CodesLearnedAt = -1,
        ["codes that were never learned"] = (_, ref header, _) => header.CodesLearnedAt = 0,
        ["no such storage"] = (_, ref header, _) => header.Storage = 7,
        ["rows that are not rounded though it says so"] = (_, ref header, _) => header.Storage = (int)IndexStorage.Compact,
        ["more sections than fit"] = (_, ref header, _) => header.SectionCount = uint.MaxValue,
        ["no sections"] = (_, ref header, _) => header.SectionCount = 0,
        ["no version"] = (_, ref header, _) => header.Version = 0,
        ["a version to come"] = (_, ref header, _) => header.Version = int.MaxValue,
        ["a section that ends behind the end of numbers"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.Edges).Length = long.MaxValue,
        ["a section of negative length"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.Labels).Length = long.MinValue,
        ["a section before the file"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.Codes).Offset = -4096,
        ["a section behind the file"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.Codes).Offset = long.MaxValue & ~4095L,
        ["a section in the header"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.Labels).Offset = 0,
        ["a section between pages"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.Labels).Offset += 8,
        ["a section that is missing"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.EntryNodes).Section = 99,
        ["a section over another"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.Codes).Offset = SnapshotSeal.Of(sections, SnapshotSection.Edges).Offset,
        ["a neighbour behind the last node"] = (file, ref header, sections) => Content<int>(file, sections, SnapshotSection.Edges)[0] = header.NodeCount,
        ["a neighbour before the first node"] = (file, ref _, sections) => Content<int>(file, sections, SnapshotSection.Edges)[1] = -2,
        ["a label for no node"] = (file, ref header, sections) => Content<int>(file, sections, SnapshotSection.EntryNodes)[3] = header.NodeCount,
        ["a label for a node before the first"] = (file, ref _, sections) => Content<int>(file, sections, SnapshotSection.EntryNodes)[3] = int.MinValue,
        ["a node without a label"] = (file, ref _, sections) => Content<int>(file, sections, SnapshotSection.EntryNodes)[3] = 0,
        ["a label twice"] = (file, ref _, sections) => Content<long>(file, sections, SnapshotSection.Labels)[1] = Content<long>(file, sections, SnapshotSection.Labels)[0],
        ["an entry point behind the last node"] = (file, ref header, sections) => Content<int>(file, sections, SnapshotSection.EntryPoints)[0] = header.NodeCount,
        ["a center that is no number"] = (file, ref _, sections) => Content<float>(file, sections, SnapshotSection.Center)[2] = float.NaN,
        ["a vector that is no number"] = (file, ref _, sections) => Content<float>(file, sections, SnapshotSection.Vectors)[2] = float.NaN,
        ["an endless vector"] = (file, ref _, sections) => Content<float>(file, sections, SnapshotSection.Vectors)[5 * 32] = float.PositiveInfinity,
    };

    // Of rounded rows: 32 bytes, then the squared norm, the step, and the added element.
    private static readonly Dictionary<string, Forgery> CompactForgeries = new()
    {
        ["rows that are rounded though it does not say so"] = (_, ref header, _) => header.Storage = (int)IndexStorage.Full,
        ["codes that nobody walks on"] = (_, ref header, _) => header.CodeDimensions = 2,
        ["no center"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.RowCenter).Section = 99,
        ["a short center"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.RowCenter).Length -= 4,
        ["a center that is no number"] = (file, ref _, sections) => Content<float>(file, sections, SnapshotSection.RowCenter)[2] = float.NaN,
        ["a norm that is no number"] = (file, ref _, sections) => Content<float>(file, sections, SnapshotSection.Vectors)[8] = float.NaN,
        ["a norm below zero"] = (file, ref _, sections) => Content<float>(file, sections, SnapshotSection.Vectors)[8] = -1,
        ["an earlier rounding that is no number"] = (_, ref header, _) => header.EarlierRounding = new EarlierRounding(0, float.NaN),
        ["an earlier rounding below nothing"] = (_, ref header, _) => header.EarlierRounding = new EarlierRounding(-1, 0),
        ["an earlier rounding that shrinks with the step"] = (_, ref header, _) => header.EarlierRounding = new EarlierRounding(0, -1),
        ["a step below zero"] = (file, ref _, sections) => Content<float>(file, sections, SnapshotSection.Vectors)[9] = -1,
        ["an endless step"] = (file, ref _, sections) => Content<float>(file, sections, SnapshotSection.Vectors)[9] = float.PositiveInfinity,
        ["an added element that is no number"] = (file, ref _, sections) => Content<float>(file, sections, SnapshotSection.Vectors)[10] = float.NaN,
    };

    private static readonly Dictionary<string, Forgery> LongForgeries = new()
    {
        ["a long vector behind the last node"] = (file, ref header, sections) => Content<int>(file, sections, SnapshotSection.LongSeeds)[1] = header.NodeCount,
        ["a long vector before the first node"] = (file, ref _, sections) => Content<int>(file, sections, SnapshotSection.LongSeeds)[2] = -1,
        ["half a long vector"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.LongSeeds).Length -= 2,
        ["no long vector"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.LongSeeds).Length = sizeof(int),
        ["more long vectors than there can be"] = (_, ref _, sections) => SnapshotSeal.Of(sections, SnapshotSection.LongSeeds) = SnapshotSeal.Of(sections, SnapshotSection.Edges) with { Section = (int)SnapshotSection.LongSeeds },
    };

    public static TheoryData<string> LongNames { get; } = [.. LongForgeries.Keys];

    public static TheoryData<string> Names { get; } = [.. Forgeries.Keys];

    public static TheoryData<string> CompactNames { get; } = [.. CompactForgeries.Keys];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public void A_file_whose_checksums_are_right_is_refused_for(string forgery) => Assert.Throws<SnapshotFormatException>(() => OpenAndVerify(Forged(SmallSnapshot(), Forgeries[forgery])));

    [Theory]
    [MemberData(nameof(CompactNames))]
    public void A_file_of_rounded_rows_whose_checksums_are_right_is_refused_for(string forgery) => Assert.Throws<SnapshotFormatException>(() => OpenAndVerify(Forged(CompactSnapshot(), CompactForgeries[forgery])));

    [Theory]
    [MemberData(nameof(LongNames))]
    public void A_file_of_inner_products_whose_checksums_are_right_is_refused_for(string forgery) => Assert.Throws<SnapshotFormatException>(() => OpenAndVerify(Forged(LongSnapshot(), LongForgeries[forgery])));

    [Fact]
    public void A_file_of_the_first_version_with_a_vector_that_is_no_number_is_refused()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "version-1.snapshot"));
        Content<float>(bytes, SnapshotSeal.Sections(bytes), SnapshotSection.Vectors)[3] = float.NaN;
        SnapshotSeal.Close(bytes);

        Assert.Throws<SnapshotFormatException>(() => OpenAndVerify(bytes));
    }

    [Fact]
    public void A_sealed_file_is_as_good_as_the_one_that_was_written()
    {
        var bytes = SmallSnapshot();
        var written = (byte[])bytes.Clone();

        SnapshotSeal.Close(bytes);

        Assert.Equal(written, bytes);
    }

    [Fact]
    public void Every_bit_that_flips_is_noticed()
    {
        var bytes = SmallSnapshot();
        var written = (byte[])bytes.Clone();
        FlipBits(bytes, Enumerable.Range(0, bytes.Length).Where(offset => Means(written, offset)));
    }

    [Fact]
    public void Every_bit_of_rounded_rows_that_flips_is_noticed()
    {
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "version-4-compact.snapshot"));
        var rows = SnapshotSeal.Of(SnapshotSeal.Sections(bytes), SnapshotSection.Vectors);
        var center = SnapshotSeal.Of(SnapshotSeal.Sections(bytes), SnapshotSection.RowCenter);
        FlipBits(bytes, Enumerable.Range((int)rows.Offset, (int)rows.Length).Concat(Enumerable.Range((int)center.Offset, (int)center.Length)));
    }

    private void FlipBits(byte[] bytes, IEnumerable<int> offsets)
    {
        foreach (var offset in offsets)
        {
            for (var bit = 0; bit < 8; bit++)
            {
                bytes[offset] ^= (byte)(1 << bit);
                Assert.Throws<SnapshotFormatException>(() => OpenAndVerify(bytes));
                bytes[offset] ^= (byte)(1 << bit);
            }
        }
    }

    [Fact]
    public void What_lies_between_sections_means_nothing()
    {
        var bytes = SmallSnapshot();
        var written = (byte[])bytes.Clone();
        for (var offset = 0; offset < bytes.Length; offset++)
            bytes[offset] ^= (byte)(Means(written, offset) ? 0 : 0xFF);

        OpenAndVerify(bytes);
    }

    [Fact]
    public void Labels_that_were_chosen_to_collide_do_not()
    {
        // Their products with the multiplier of the table's hash are the numbers from 0 on.
        ulong inverse = 1;
        for (var i = 0; i < 6; i++)
            inverse *= 2 - (0x9E3779B97F4A7C15UL * inverse);
        var entries = new ChunkedArray<Entry>();
        entries.EnsureCapacity(300_000);
        var map = new LabelMap(entries);
        map.Reserve(300_000);
        for (var i = 0; i < 300_000; i++)
        {
            entries[i].Label = (long)((ulong)i * inverse);
            map.Set(entries[i].Label, i);
        }

        Assert.Equal(299_999, map.Find(entries[299_999].Label));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(float.MaxValue)]
    [InlineData(-1)]
    public void A_file_whose_codes_have_senseless_terms_is_an_index(float term)
    {
        const int count = 3000; // which are walked
        const int dimensions = 24;
        using var written = Samples.Build(Samples.Clustered(count, dimensions, seed: 1), dimensions, DistanceMetric.Euclidean);
        written.Save(_folder.File("walked"));
        var bytes = File.ReadAllBytes(_folder.File("walked"));
        var codes = Content<float>(bytes, SnapshotSeal.Sections(bytes), SnapshotSection.Codes);
        var floats = codes.Length / count;
        for (var node = 0; node < count; node += 2)
            codes.Slice((node + 1) * floats - 2, 2).Fill(term);
        SnapshotSeal.Close(bytes);
        File.WriteAllBytes(_folder.File("bytes"), bytes);
        using var index = VamanaIndex.Open(_folder.File("bytes"));
        var found = new Neighbor[10];

        Assert.NotNull(index.Graph.Seeds);
        foreach (var query in Samples.Clustered(100, dimensions, seed: 2).Chunk(dimensions))
            Assert.Equal(found.Length, index.Search(query, found));
    }

    [Fact]
    public void A_thousand_damaged_and_forged_files_are_refused_or_answer()
    {
        using var fuzzer = new SnapshotFuzzer(seed: 1);
        var taken = 0;
        for (var number = 0; number < 1000; number++)
            taken += fuzzer.Run(number) ? 1 : 0;

        Assert.InRange(taken, 100, 900); // both ways are gone
    }

    private static Span<T> Content<T>(Span<byte> file, Span<SnapshotSectionInfo> sections, SnapshotSection wanted)
        where T : unmanaged
    {
        var section = SnapshotSeal.Of(sections, wanted);
        return MemoryMarshal.Cast<byte, T>(file.Slice((int)section.Offset, (int)section.Length));
    }

    // Everything but what fills pages up.
    private static bool Means(byte[] file, int offset)
    {
        var sections = SnapshotSeal.Sections(file);
        if (offset < SnapshotLayout.HeaderBytes + (sections.Length * SnapshotLayout.SectionBytes) || offset >= file.Length - SnapshotLayout.FooterBytes)
            return true;
        foreach (var section in sections)
        {
            if (offset >= section.Offset && offset < section.Offset + section.Length)
                return true;
        }

        return false;
    }

    private static byte[] Forged(byte[] bytes, Forgery forgery)
    {
        forgery(bytes, ref MemoryMarshal.AsRef<SnapshotHeader>(bytes.AsSpan()), SnapshotSeal.Sections(bytes));
        SnapshotSeal.Close(bytes);
        return bytes;
    }

    private byte[] SmallSnapshot() => Snapshot(new VamanaOptions { Dimensions = 20, Metric = DistanceMetric.Euclidean }, 6); // shorter rows have no codes

    // As many as are rounded.
    private byte[] CompactSnapshot() => Snapshot(new VamanaOptions { Dimensions = 20, Metric = DistanceMetric.InnerProduct, Storage = IndexStorage.Compact }, 512);

    // As many as have seeds.
    private byte[] LongSnapshot() => Snapshot(new VamanaOptions { Dimensions = 4, Metric = DistanceMetric.InnerProduct }, 1200);

    private byte[] Snapshot(VamanaOptions options, int count)
    {
        using var index = VamanaIndex.Create(options with { MaxDegree = 8 });
        index.AddBatch(Samples.Labels(count), Samples.Whole(count, options.Dimensions, seed: 1));
        index.Save(_folder.File("small"));
        return File.ReadAllBytes(_folder.File("small"));
    }

    private void OpenAndVerify(byte[] bytes)
    {
        File.WriteAllBytes(_folder.File("bytes"), bytes);
        using var index = VamanaIndex.Open(_folder.File("bytes"));
        index.Verify();
    }
}
