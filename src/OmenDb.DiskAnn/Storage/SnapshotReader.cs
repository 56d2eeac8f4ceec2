using System.Runtime.InteropServices;
using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Quantization;

namespace OmenDb.DiskAnn.Storage;

/// <summary>Opens a snapshot. Nothing in the file is believed before it was checked: every number against the file's length, every section against its checksum, every node number against the count.</summary>
internal sealed class SnapshotReader
{
    private const int ValuesAtOnce = 1 << 20;

    private readonly MappedFile _file;
    private readonly string _path;
    private readonly SnapshotHeader _header;
    private readonly SnapshotSectionInfo[] _sections;
    private readonly long _smallGraph;

    private SnapshotReader(MappedFile file, string path, long smallGraph)
    {
        _file = file;
        _path = path;
        _smallGraph = smallGraph;
        _header = ReadHeader();
        _sections = ReadSections();
    }

    private bool HasOneChecksum => _header.Version == SnapshotLayout.FirstVersion;

    private bool HasBlocks => _header.Version >= SnapshotLayout.FirstVersionWithBlocks;

    private bool HasCodes => _header.Version >= SnapshotLayout.FirstVersionWithCodes;

    /// <summary>Opens a snapshot.</summary>
    /// <param name="path">The file.</param>
    /// <param name="files">Where from.</param>
    /// <exception cref="SnapshotFormatException">The file is not a snapshot this version can open.</exception>
    public static VectorGraph Read(string path, FileSystem files)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Snapshots are little-endian.");
        var file = files.Map(path);
        VectorGraph? graph = null;
        try
        {
            var reader = new SnapshotReader(file, path, files.SmallGraph);
            graph = new VectorGraph(reader.Options(), file);
            reader.Fill(graph);
            return graph;
        }
        catch
        {
            if (graph is null)
                file.Dispose();
            else
                graph.Dispose();
            throw;
        }
    }

    private SnapshotHeader ReadHeader()
    {
        Require(_file.Length >= SnapshotLayout.HeaderBytes + SnapshotLayout.FooterBytes, "the file is too short");
        var header = MemoryMarshal.Read<SnapshotHeader>(_file.Span(0, SnapshotLayout.HeaderBytes));
        Require(header.Magic == SnapshotLayout.Magic, "the file is something else");
        Require(
            header.Version is >= SnapshotLayout.FirstVersion and <= SnapshotLayout.Version,
            $"its format version is {header.Version} and this version of the library reads {SnapshotLayout.FirstVersion} to {SnapshotLayout.Version}");
        var footer = MemoryMarshal.Read<SnapshotFooter>(_file.Span(_file.Length - SnapshotLayout.FooterBytes, SnapshotLayout.FooterBytes));
        Require(
            header.FileBytes == _file.Length && footer.FileBytes == _file.Length && footer.Magic == SnapshotLayout.EndMagic,
            "the file is truncated or damaged at its end");
        var headBytes = SnapshotLayout.HeaderBytes + (long)header.SectionCount * SnapshotLayout.SectionBytes;
        Require(headBytes <= SnapshotLayout.SectionAlignment && headBytes <= _file.Length, "its section table is too long");
        Require(Checksum.Compute(_file.Span(0, (int)headBytes)) == footer.HeaderChecksum, "its header is damaged");

        Require(header.NodeCount >= 0 && header.EntryCount >= header.NodeCount && header.EntryCount <= EntryTable.Most, "its counts make no sense");
        Require(header.EntryPointCount >= 0 && (header.EntryPointCount > 0 || header.NodeCount == 0), "it has no entry points");
        Require(header.EntryPointCount <= header.NodeCount, "it has more entry points than nodes");
        ReadOnlySpan<int> listSizes = header.Version == SnapshotLayout.FirstVersion ? [header.ListSize] : [header.ListSizeTop1, header.ListSize, header.ListSizeTop100];
        foreach (var listSize in listSizes)
            Require(listSize is > 0 and <= VamanaOptions.LargestListSize, "its search list size makes no sense");
        Require(double.IsFinite(header.SquaredRadius) && header.SquaredRadius >= 0, "its radius makes no sense");
        return header;
    }

    private SnapshotSectionInfo[] ReadSections()
    {
        var table = _file.Span(SnapshotLayout.HeaderBytes, (int)_header.SectionCount * SnapshotLayout.SectionBytes);
        var sections = MemoryMarshal.Cast<byte, SnapshotSectionInfo>(table).ToArray();
        foreach (var section in sections)
        {
            Require(
                section.Offset >= SnapshotLayout.SectionAlignment
                && section.Offset % SnapshotLayout.SectionAlignment == 0
                && section.Length >= 0
                && section.Offset <= _file.Length
                && section.Length <= _file.Length - section.Offset,
                $"section {section.Section} lies outside the file");
        }

        RefuseOverlaps(sections);
        foreach (var section in sections)
        {
            // What is most of the file has checksums of its own.
            if (!HasChecksumsOfBlocks((SnapshotSection)section.Section))
                Require(Sum(section) == section.Checksum, $"section {section.Section} is damaged");
        }

        return sections;
    }

    private bool HasChecksumsOfBlocks(SnapshotSection section) => section switch
    {
        SnapshotSection.Vectors => !HasOneChecksum,
        SnapshotSection.Edges or SnapshotSection.Codes => HasBlocks,
        _ => false,
    };

    // What is checked as a part of one section must not be changed as a part of another.
    private void RefuseOverlaps(SnapshotSectionInfo[] sections)
    {
        long end = 0;
        foreach (var section in sections.Where(s => s.Length > 0).OrderBy(s => s.Offset))
        {
            Require(section.Offset >= end, $"section {section.Section} overlaps another");
            end = section.Offset + section.Length;
        }
    }

    private ulong Sum(SnapshotSectionInfo section)
    {
        const int Piece = SnapshotLayout.ChecksumPieceBytes;
        var pieces = new ulong[(section.Length + Piece - 1) / Piece];
        new Workers(Environment.ProcessorCount).Run(pieces.Length, (_, i) =>
        {
            var start = (long)i * Piece;
            pieces[i] = Checksum.Compute(_file.Span(section.Offset + start, (int)Math.Min(Piece, section.Length - start)));
        });
        return Checksum.Combine(pieces);
    }

    private VamanaOptions Options()
    {
        try
        {
            return new VamanaOptions
            {
                Dimensions = _header.Dimensions,
                Metric = (DistanceMetric)_header.Metric,
                MaxDegree = _header.MaxDegree,
                BuildListSize = _header.BuildListSize,
                Alpha = _header.Alpha,
                Seed = _header.Seed,
                TargetRecall = _header.TargetRecall,
                Storage = (IndexStorage)_header.Storage,
            }.Resolve();
        }
        catch (ArgumentException exception)
        {
            throw new SnapshotFormatException($"'{_path}' is not a usable snapshot: its options are out of range.", exception);
        }
    }

    private void Fill(VectorGraph graph)
    {
        var nodes = _header.NodeCount;
        if (graph.Options.Storage == IndexStorage.Compact && _header.VectorRowBytes != graph.Rows.Memory.RowBytes)
            graph.Rows = new CompactRows(graph.Encoder, ReadCenter(SnapshotSection.RowCenter, graph), ReadEarlierRounding());
        Require(
            _header.VectorRowBytes == graph.Rows.Memory.RowBytes && _header.EdgeRowBytes == graph.Edges.Memory.RowBytes,
            "its rows have another size than its options ask for");
        graph.Rows.Checks = Lend(SnapshotSection.Vectors, SnapshotSection.VectorChecksums, graph.Rows.Memory, graph.Encoder.IsAugmented, graph.Rows.IsFinite, "vector");
        graph.Edges.Checks = Lend(SnapshotSection.Edges, SnapshotSection.EdgeChecksums, graph.Edges.Memory, mayChange: true, node => AreNodes(graph.Edges.Memory.Span<int>(node)), "list of neighbours");
        if (HasCodes)
            ReadCodes(graph);
        if (graph.WalkedBytes(nodes) <= _smallGraph)
            graph.CheckEdgesAndCodes();
        ReadEntries(graph);
        graph.EntryPoints = ReadEntryPoints();
        graph.Encoder.SquaredRadius = _header.SquaredRadius;
        var calibratedNodes = Math.Clamp(_header.CalibratedNodes, 0, nodes);
        graph.Calibrated = !HasCodes ? Calibrated.Unknown with { Nodes = calibratedNodes } : new Calibrated(
            calibratedNodes,
            new CalibratedSearch(_header.ListSizeTop1, _header.MeasuredRecallTop1),
            new CalibratedSearch(_header.ListSize, _header.MeasuredRecall),
            new CalibratedSearch(_header.ListSizeTop100, _header.MeasuredRecallTop100),
            _header.Reach == 0 ? float.PositiveInfinity : _header.Reach);
        graph.Stamp = _header.Stamp;
        graph.OrderedNodes = Math.Clamp(_header.OrderedNodes, 0, nodes);
        graph.NodeCount = nodes;
        if (!HasCodes)
            new CodeLearning(graph, new Workers(graph.Options.Threads)).Learn([]);
        graph.Seeds = ReadLongSeeds(graph);
        if (!graph.IsUnchecked)
            graph.Seeds = Seeds.Choose(graph, graph.Seeds);
    }

    private void ReadCodes(VectorGraph graph)
    {
        var dimensions = _header.CodeDimensions;
        Require(_header.CodesLearnedAt >= 0, "its codes were learned before there was a vector");
        graph.CodesLearnedAt = _header.CodesLearnedAt;
        if (dimensions == 0)
            return; // rows are walked

        Require(graph.Options.Storage == IndexStorage.Full, "its rows are walked themselves and need no codes");
        var rowLength = graph.Encoder.RowLength;
        Require(dimensions > 0 && dimensions % 2 == 0 && dimensions <= CodeRows.MostDimensions(rowLength), "its codes have an impossible length");
        Require(float.IsNormal(_header.DirectionStep) && _header.DirectionStep > 0, "its directions have no scale");
        Require(_header.CodesLearnedAt > 0, "its codes were never learned");
        var center = ReadCenter(SnapshotSection.Center, graph);
        var directions = Values<byte>(SnapshotSection.Directions, dimensions * Projection.PaddedLength(rowLength));
        var codes = new CodeRows(new Projection(center, directions, dimensions, _header.DirectionStep));
        graph.Codes = codes;
        codes.Checks = Lend(SnapshotSection.Codes, SnapshotSection.CodeChecksums, codes.Memory, mayChange: false, static _ => true, "code");
    }

    private EarlierRounding ReadEarlierRounding()
    {
        var earlier = _header.EarlierRounding;
        Require(float.IsFinite(earlier.Fixed) && float.IsFinite(earlier.PerSquare) && earlier.Fixed >= 0 && earlier.PerSquare >= 0, "what rounding left makes no sense");
        return earlier;
    }

    private float[] ReadCenter(SnapshotSection section, VectorGraph graph)
    {
        var center = Values<float>(section, graph.Encoder.RowLength).ToArray();
        foreach (var value in center)
            Require(float.IsFinite(value), "its center makes no sense");
        return center;
    }

    // Leaves rows where they are in the file, and says what they are checked against before they are used; nothing where they were checked whole.
    private RowChecks? Lend(SnapshotSection section, SnapshotSection checksums, SegmentedRows memory, bool mayChange, Func<int, bool> isValid, string what)
    {
        var nodes = _header.NodeCount;
        _file.LendTo(memory, Find(section, nodes, memory.RowBytes).Offset, nodes, mayChange);
        if (HasChecksumsOfBlocks(section))
        {
            var values = AllValues<ulong>(checksums, RowChecksums.Blocks(memory.RowBytes, nodes, areOfRows: !HasBlocks));
            return new RowChecks(memory, nodes, new RowChecksums(values, areOfRows: !HasBlocks), isValid, Damaged);
        }

        for (var node = 0; node < nodes; node++)
        {
            if (!isValid(node))
                throw Damaged(node);
        }

        return null;

        SnapshotFormatException Damaged(int node) => new($"'{_path}' is damaged: the {what} of node {node}, or one of the next, is not what was written.");
    }

    private bool AreNodes(ReadOnlySpan<int> slots)
    {
        foreach (var node in slots)
        {
            if (node < -1 || node >= _header.NodeCount)
                return false;
        }

        return true;
    }

    private void ReadEntries(VectorGraph graph)
    {
        var count = _header.EntryCount;
        var named = new bool[_header.NodeCount];
        var namedCount = 0;
        _ = Find(SnapshotSection.Labels, count, sizeof(long)); // before room is made for so many
        graph.Entries.Reserve(count);
        for (var first = 0; first < count; first += ValuesAtOnce)
        {
            var length = Math.Min(ValuesAtOnce, count - first);
            var labels = Values<long>(SnapshotSection.Labels, count, first, length);
            var nodes = Values<int>(SnapshotSection.EntryNodes, count, first, length);
            var removed = Values<byte>(SnapshotSection.Removed, count, first, length);
            for (var i = 0; i < length; i++)
            {
                var node = nodes[i];
                if ((uint)node >= (uint)named.Length)
                    throw Unusable($"entry {first + i} names a node that does not exist");
                if (graph.Entries.FindLive(labels[i]) >= 0)
                    throw Unusable($"label {labels[i]} is there twice");
                graph.Entries.Add(labels[i], node, !named[node]);
                namedCount += named[node] ? 0 : 1;
                named[node] = true;
                if (removed[i] != 0)
                    graph.Entries.MarkRemoved(first + i);
            }
        }

        Require(namedCount == named.Length, "a node has no label");
    }

    private int[] ReadEntryPoints()
    {
        var points = Values<int>(SnapshotSection.EntryPoints, _header.EntryPointCount).ToArray();
        foreach (var point in points)
            Require((uint)point < (uint)_header.NodeCount, "an entry point does not exist");
        return points;
    }

    // A graph has them or not, and the header does not say how many.
    private LongSeeds? ReadLongSeeds(VectorGraph graph)
    {
        var bytes = Array.Find(_sections, info => info.Section == (int)SnapshotSection.LongSeeds).Length;
        if (bytes == 0)
            return null;
        Require(graph.Encoder.IsAugmented && bytes > sizeof(int) && bytes <= (1 + LongSeeds.MostSeeds) * sizeof(int), "its long vectors make no sense");
        var values = Values<int>(SnapshotSection.LongSeeds, (int)(bytes / sizeof(int)));
        var seeds = values[1..].ToArray();
        foreach (var seed in seeds)
            Require((uint)seed < (uint)_header.NodeCount, "a long vector does not exist");
        return new LongSeeds(Math.Clamp(values[0], 0, _header.NodeCount), graph.Encoder.SquaredRadius, seeds);
    }

    private ReadOnlySpan<T> Values<T>(SnapshotSection section, int count)
        where T : unmanaged => Values<T>(section, count, 0, count);

    private T[] AllValues<T>(SnapshotSection section, int count)
        where T : unmanaged
    {
        _ = Find(section, count, System.Runtime.CompilerServices.Unsafe.SizeOf<T>()); // before room is made for so many
        var values = new T[count];
        for (var first = 0; first < count; first += ValuesAtOnce)
            Values<T>(section, count, first, Math.Min(ValuesAtOnce, count - first)).CopyTo(values.AsSpan(first));
        return values;
    }

    // Some of a section's values: all of them may be more bytes than a span has.
    private ReadOnlySpan<T> Values<T>(SnapshotSection section, int count, int first, int length)
        where T : unmanaged
    {
        var bytes = System.Runtime.CompilerServices.Unsafe.SizeOf<T>();
        var info = Find(section, count, bytes);
        Require((long)length * bytes <= int.MaxValue, $"section {section} is too long");
        return MemoryMarshal.Cast<byte, T>(_file.Span(info.Offset + ((long)first * bytes), length * bytes));
    }

    private SnapshotSectionInfo Find(SnapshotSection section, int count, int elementBytes)
    {
        foreach (var info in _sections)
        {
            if (info.Section != (int)section)
                continue;
            Require(info.Length == (long)count * elementBytes, $"section {section} has the wrong length");
            return info;
        }

        throw Unusable($"section {section} is missing");
    }

    private void Require(bool condition, string otherwise)
    {
        if (!condition)
            throw Unusable(otherwise);
    }

    private SnapshotFormatException Unusable(string reason) => new($"'{_path}' is not a usable snapshot: {reason}.");
}
