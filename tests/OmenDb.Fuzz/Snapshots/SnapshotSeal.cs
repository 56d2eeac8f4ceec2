using System.Runtime.InteropServices;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.Fuzz.Snapshots;

/// <summary>Makes the checksums of a changed snapshot right again, as far as its section table still makes sense: what a forger would do.</summary>
internal static class SnapshotSeal
{
    /// <summary>Writes all checksums and lengths anew.</summary>
    /// <param name="file">The file's bytes.</param>
    public static void Close(Span<byte> file)
    {
        if (file.Length < SnapshotLayout.HeaderBytes + SnapshotLayout.FooterBytes)
            return;
        ref var header = ref MemoryMarshal.AsRef<SnapshotHeader>(file);
        header.FileBytes = file.Length;
        var sections = Sections(file);
        SealRows(file, header, sections, SnapshotSection.Vectors, SnapshotSection.VectorChecksums);
        SealRows(file, header, sections, SnapshotSection.Edges, SnapshotSection.EdgeChecksums);
        SealRows(file, header, sections, SnapshotSection.Codes, SnapshotSection.CodeChecksums);
        foreach (ref var section in sections)
        {
            if (Contains(file, section))
                section.Checksum = Sum(file.Slice((int)section.Offset, (int)section.Length));
        }

        ref var footer = ref MemoryMarshal.AsRef<SnapshotFooter>(file[^SnapshotLayout.FooterBytes..]);
        footer.FileBytes = file.Length;
        footer.Magic = SnapshotLayout.EndMagic;
        var head = SnapshotLayout.HeaderBytes + ((long)header.SectionCount * SnapshotLayout.SectionBytes);
        if (head <= file.Length)
            footer.HeaderChecksum = Checksum.Compute(file[..(int)head]);
    }

    /// <summary>The section table, as far as it lies in the file.</summary>
    /// <param name="file">The file's bytes.</param>
    public static Span<SnapshotSectionInfo> Sections(Span<byte> file)
    {
        var most = (Math.Min(file.Length, SnapshotLayout.SectionAlignment) - SnapshotLayout.HeaderBytes) / SnapshotLayout.SectionBytes;
        var count = (int)Math.Min(MemoryMarshal.AsRef<SnapshotHeader>(file).SectionCount, most);
        return MemoryMarshal.Cast<byte, SnapshotSectionInfo>(file.Slice(SnapshotLayout.HeaderBytes, count * SnapshotLayout.SectionBytes));
    }

    /// <summary>The entry of a section in the table.</summary>
    public static ref SnapshotSectionInfo Of(Span<SnapshotSectionInfo> sections, SnapshotSection wanted)
    {
        foreach (ref var section in sections)
        {
            if (section.Section == (int)wanted)
                return ref section;
        }

        throw new FuzzFailure($"no section {wanted}");
    }

    /// <summary>Whether a section lies in the file.</summary>
    public static bool Contains(ReadOnlySpan<byte> file, SnapshotSectionInfo section)
        => section is { Offset: >= 0, Length: >= 0 } && section.Offset <= file.Length && section.Length <= file.Length - section.Offset;

    // Checksums of blocks of rows are sections themselves.
    private static void SealRows(
        Span<byte> file, SnapshotHeader header, ReadOnlySpan<SnapshotSectionInfo> sections, SnapshotSection ofRows, SnapshotSection ofChecksums)
    {
        if (Find(file, sections, ofRows) is not { } section || Find(file, sections, ofChecksums) is not { } checksums || header.NodeCount <= 0)
            return;
        var rows = file.Slice((int)section.Offset, (int)section.Length);
        var rowBytes = rows.Length / header.NodeCount;
        if (rowBytes == 0)
            return;
        var sums = MemoryMarshal.Cast<byte, ulong>(file.Slice((int)checksums.Offset, (int)checksums.Length));
        var areOfRows = header.Version < SnapshotLayout.FirstVersionWithBlocks;
        var blockBytes = rowBytes << RowChecksums.Shift(rowBytes, areOfRows);
        for (var block = 0; block < sums.Length && block * (long)blockBytes < rows.Length; block++)
        {
            var bytes = rows[(block * blockBytes)..Math.Min(rows.Length, (block + 1) * blockBytes)];
            sums[block] = areOfRows ? OfRows(bytes, rowBytes) : Checksum.Compute(bytes);
        }
    }

    private static ulong OfRows(ReadOnlySpan<byte> block, int rowBytes)
    {
        var sums = new List<ulong>();
        for (; !block.IsEmpty; block = block[Math.Min(rowBytes, block.Length)..])
            sums.Add(Checksum.Compute(block[..Math.Min(rowBytes, block.Length)]));
        return Checksum.Combine(CollectionsMarshal.AsSpan(sums));
    }

    private static SnapshotSectionInfo? Find(ReadOnlySpan<byte> file, ReadOnlySpan<SnapshotSectionInfo> sections, SnapshotSection wanted)
    {
        foreach (var section in sections)
        {
            if (section.Section == (int)wanted)
                return Contains(file, section) ? section : null;
        }

        return null;
    }

    private static ulong Sum(ReadOnlySpan<byte> section)
    {
        var pieces = new List<ulong>();
        for (; !section.IsEmpty; section = section[Math.Min(section.Length, SnapshotLayout.ChecksumPieceBytes)..])
            pieces.Add(Checksum.Compute(section[..Math.Min(section.Length, SnapshotLayout.ChecksumPieceBytes)]));
        return Checksum.Combine(CollectionsMarshal.AsSpan(pieces));
    }
}
