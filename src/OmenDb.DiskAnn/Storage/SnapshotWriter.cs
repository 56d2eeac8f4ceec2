using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Storage;

/// <summary>Writes a graph that nobody changes meanwhile to a file; see DESIGN.md for the format.</summary>
internal sealed class SnapshotWriter
{
    private readonly FileSystem _files;
    private readonly SafeFileHandle _file;
    private readonly List<SnapshotSectionInfo> _sections = [];
    private readonly List<ulong> _pieces = [];
    private readonly byte[] _piece = new byte[SnapshotLayout.ChecksumPieceBytes];
    private int _filled;
    private long _position;

    private SnapshotWriter(FileSystem files, SafeFileHandle file)
    {
        _files = files;
        _file = file;
    }

    /// <summary>Writes a snapshot under a temporary name, flushes it, and gives it its name.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="path">The file.</param>
    /// <param name="stamp">Says which snapshot this is.</param>
    /// <param name="files">Where to.</param>
    public static void Write(VectorGraph graph, string path, Guid stamp, FileSystem files)
    {
        var target = Path.GetFullPath(path);
        var temporary = $"{target}.{Path.GetRandomFileName()}"; // not much longer: the name may be long
        try
        {
            using (var file = files.Create(temporary))
            {
                new SnapshotWriter(files, file).Write(graph, stamp);
                files.Flush(file);
            }

            files.Move(temporary, target);
        }
        catch
        {
            Discard(temporary, files);
            throw;
        }

        files.FlushDirectory(Path.GetDirectoryName(target)!);
    }

    // What went wrong is worth more than what goes wrong while cleaning up.
    private static void Discard(string temporary, FileSystem files)
    {
        try
        {
            files.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It bears no snapshot's name, so nobody will open it; whoever publishes next deletes it.
        }
    }

    private void Write(VectorGraph graph, Guid stamp)
    {
        if (!BitConverter.IsLittleEndian)
            throw new PlatformNotSupportedException("Snapshots are little-endian.");
        var entries = graph.Entries.Count;
        // What was damaged in one file must not be right in the next.
        graph.Rows.Checks?.CheckAll();
        graph.CheckEdgesAndCodes();
        var order = NodeOrder.Of(graph, _files.SmallGraph);
        Rows(SnapshotSection.Vectors, SnapshotSection.VectorChecksums, graph.Rows.Memory, order, static (_, _) => { });
        Rows(SnapshotSection.Edges, SnapshotSection.EdgeChecksums, graph.Edges.Memory, order, static (order, row) => order.Renumber(MemoryMarshal.Cast<byte, int>(row)));
        Values(SnapshotSection.Labels, entries, graph.Entries.Label);
        Values(SnapshotSection.EntryNodes, entries, entry => order.Place(graph.Entries.Node(entry)));
        Values(SnapshotSection.Removed, entries, entry => (byte)(graph.Entries.IsRemoved(entry) ? 1 : 0));
        Values(SnapshotSection.EntryPoints, graph.EntryPoints.Length, i => order.Place(graph.EntryPoints[i]));
        if (graph.Seeds is LongSeeds seeds)
            Values(SnapshotSection.LongSeeds, 1 + seeds.Nodes.Length, i => i == 0 ? seeds.ChosenFrom : order.Place(seeds.Nodes[i - 1]));

        if (graph.Rows is CompactRows compact)
            Values(SnapshotSection.RowCenter, compact.Center.Length, i => compact.Center[i]);
        if (graph.Codes is { } codes)
        {
            Rows(SnapshotSection.Codes, SnapshotSection.CodeChecksums, codes.Memory, order, static (_, _) => { });
            Values(SnapshotSection.Center, codes.Projection.Center.Length, i => codes.Projection.Center[i]);
            Values(SnapshotSection.Directions, codes.Projection.Directions.Length, i => codes.Projection.Directions[i]);
        }

        var end = SnapshotLayout.Footer(_position);
        var head = Head(graph, order, stamp, end + SnapshotLayout.FooterBytes);
        _files.Write(_file, head, 0);
        var footer = new SnapshotFooter
        {
            HeaderChecksum = Checksum.Compute(head),
            FileBytes = end + SnapshotLayout.FooterBytes,
            Magic = SnapshotLayout.EndMagic,
        };
        _files.Write(_file, MemoryMarshal.AsBytes(new ReadOnlySpan<SnapshotFooter>(in footer)), end);
    }

    private byte[] Head(VectorGraph graph, NodeOrder order, Guid stamp, long fileBytes)
    {
        var options = graph.Options;
        var header = new SnapshotHeader
        {
            Magic = SnapshotLayout.Magic,
            Version = SnapshotLayout.Version,
            SectionCount = (uint)_sections.Count,
            FileBytes = fileBytes,
            Dimensions = options.Dimensions,
            Metric = (int)options.Metric,
            MaxDegree = options.MaxDegree,
            BuildListSize = options.BuildListSize,
            Alpha = options.Alpha,
            Seed = options.Seed,
            TargetRecall = options.TargetRecall,
            MeasuredRecall = graph.Calibrated.Top10.MeasuredRecall,
            MeasuredRecallTop1 = graph.Calibrated.Top1.MeasuredRecall,
            MeasuredRecallTop100 = graph.Calibrated.Top100.MeasuredRecall,
            Stamp = stamp,
            SquaredRadius = graph.Encoder.SquaredRadius,
            ListSize = graph.Calibrated.Top10.SearchListSize,
            ListSizeTop1 = graph.Calibrated.Top1.SearchListSize,
            ListSizeTop100 = graph.Calibrated.Top100.SearchListSize,
            Storage = (int)options.Storage,
            OrderedNodes = order.OrderedNodes,
            CalibratedNodes = graph.Calibrated.Nodes,
            NodeCount = graph.NodeCount,
            EntryCount = graph.Entries.Count,
            EntryPointCount = graph.EntryPoints.Length,
            VectorRowBytes = graph.Rows.Memory.RowBytes,
            EdgeRowBytes = graph.Edges.Memory.RowBytes,
            CodesLearnedAt = graph.CodesLearnedAt,
            CodeDimensions = graph.Codes?.Projection.Dimensions ?? 0,
            DirectionStep = graph.Codes?.Projection.Step ?? 0,
            Reach = graph.Calibrated.Reach,
            EarlierRounding = (graph.Rows as CompactRows)?.Earlier ?? default,
        };
        var head = new byte[SnapshotLayout.HeaderBytes + _sections.Count * SnapshotLayout.SectionBytes];
        MemoryMarshal.Write(head, in header);
        MemoryMarshal.AsBytes(CollectionsMarshal.AsSpan(_sections)).CopyTo(head.AsSpan(SnapshotLayout.HeaderBytes));
        return head;
    }

    private void Section(SnapshotSection section, long bytes, Action write)
    {
        // The first section leaves a page for header and table.
        var offset = SnapshotLayout.Begin(Math.Max(_position, 1), bytes);
        _position = offset;
        _pieces.Clear();
        write();
        FlushPiece();
        _sections.Add(new SnapshotSectionInfo
        {
            Section = (int)section,
            Offset = offset,
            Length = _position - offset,
            Checksum = Checksum.Combine(CollectionsMarshal.AsSpan(_pieces)),
        });
    }

    private void Rows(SnapshotSection section, SnapshotSection checksums, SegmentedRows memory, NodeOrder order, Action<NodeOrder, Span<byte>> change)
    {
        var blockRows = 1 << RowChecksums.Shift(memory.RowBytes);
        var block = new byte[blockRows * memory.RowBytes];
        var sums = new ulong[RowChecksums.Blocks(memory.RowBytes, order.Count)];
        Section(section, (long)order.Count * memory.RowBytes, () =>
        {
            for (var i = 0; i < sums.Length; i++)
            {
                var first = i * blockRows;
                var rows = block.AsSpan(0, Math.Min(blockRows, order.Count - first) * memory.RowBytes);
                for (var at = 0; at < rows.Length; at += memory.RowBytes)
                {
                    var row = rows.Slice(at, memory.RowBytes);
                    memory.Span<byte>(order.Node(first + (at / memory.RowBytes))).CopyTo(row);
                    change(order, row);
                }

                sums[i] = Checksum.Compute(rows);
                Append(rows);
            }
        });
        Values(checksums, sums.Length, i => sums[i]);
    }

    private void Values<T>(SnapshotSection section, int count, Func<int, T> value)
        where T : unmanaged
        => Section(section, (long)count * Unsafe.SizeOf<T>(), () =>
        {
            for (var i = 0; i < count; i++)
            {
                var item = value(i);
                Append(MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in item)));
            }
        });

    private void Append(ReadOnlySpan<byte> data)
    {
        while (!data.IsEmpty)
        {
            var count = Math.Min(data.Length, _piece.Length - _filled);
            data[..count].CopyTo(_piece.AsSpan(_filled));
            data = data[count..];
            _filled += count;
            if (_filled == _piece.Length)
                FlushPiece();
        }
    }

    private void FlushPiece()
    {
        if (_filled == 0)
            return;
        var data = _piece.AsSpan(0, _filled);
        _files.Write(_file, data, _position);
        _pieces.Add(Checksum.Compute(data));
        _position += _filled;
        _filled = 0;
    }
}
