using System.Runtime.InteropServices;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.Fuzz.Snapshots;

/// <summary>Makes the checksums of a changed snapshot right again, as far as its section table still makes sense: what a forger would do.</summary>
internal static class SnapshotSeal
{
    private const int BlockBytes = 16 << 10;

    /// <summary>Writes all checksums and lengths anew.</summary>
    /// <param name="file">The file's bytes.</param>
    public static void Close(Span<byte> file)
    {
        if (file.Length < SnapshotLayout.HeaderBytes + SnapshotLayout.FooterBytes)
            return;
        ref var header = ref MemoryMarshal.AsRef<SnapshotHeader>(file);
        header.FileBytes = file.Length;
        var sections = Sections(file);
        SealVectors(file, header, sections);
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

    /// <summary>Whether a section lies in the file.</summary>
    public static bool Contains(ReadOnlySpan<byte> file, SnapshotSectionInfo section)
        => section is { Offset: >= 0, Length: >= 0 } && section.Offset <= file.Length && section.Length <= file.Length - section.Offset;

    // The vectors' own checksums, one for each block of rows, are a section themselves.
    private static void SealVectors(Span<byte> file, SnapshotHeader header, ReadOnlySpan<SnapshotSectionInfo> sections)
    {
        var rowBytes = header.VectorRowBytes;
        if (Find(file, sections, SnapshotSection.Vectors) is not { } vectors || Find(file, sections, SnapshotSection.VectorChecksums) is not { } checksums
            || rowBytes is < 64 or > (1 << 20) || rowBytes % 64 != 0)
            return;
        var rows = file.Slice((int)vectors.Offset, (int)vectors.Length);
        var sums = MemoryMarshal.Cast<byte, ulong>(file.Slice((int)checksums.Offset, (int)checksums.Length));
        var inBlock = 1 << Math.Max(0, int.Log2(BlockBytes / rowBytes));
        var count = Math.Min(header.NodeCount, rows.Length / rowBytes);
        var parts = new List<ulong>();
        for (var block = 0; block < sums.Length && block * (long)inBlock < count; block++)
        {
            parts.Clear();
            for (var row = block * inBlock; row < Math.Min(count, (block + 1) * inBlock); row++)
                parts.Add(Checksum.Compute(rows.Slice(row * rowBytes, rowBytes)));
            sums[block] = Checksum.Combine(CollectionsMarshal.AsSpan(parts));
        }
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
