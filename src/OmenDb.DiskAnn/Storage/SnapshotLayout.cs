namespace OmenDb.DiskAnn.Storage;

/// <summary>Where things are in a snapshot file; see the table in DESIGN.md. All numbers are little-endian.</summary>
internal static class SnapshotLayout
{
    public const ulong Magic = 0x4E4E414E454D4F8B; // a byte no text begins with, then "OMENANN"
    public const ulong EndMagic = 0x444E454E454D4F8B; // the same byte, then "OMENEND"
    public const uint Version = 4;

    /// <summary>Had one checksum for all vectors.</summary>
    public const uint FirstVersion = 1;

    /// <summary>The first with codes as they are now: they are learned when an older file is opened.</summary>
    public const uint FirstVersionWithCodes = 3;

    /// <summary>The first whose checksums of blocks are of bytes, and that has them for edges and codes as well.</summary>
    public const uint FirstVersionWithBlocks = 4;

    public const int HeaderBytes = 256;
    public const int SectionBytes = 32;
    public const int FooterBytes = 24;

    /// <summary>Sections begin at a multiple of this: a page of memory, so rows stay aligned when mapped.</summary>
    public const int SectionAlignment = 4096;

    /// <summary>Checksums are computed of pieces of this size, then of the pieces' checksums, so that all processors can help.</summary>
    public const int ChecksumPieceBytes = 4 << 20;

    // Below, what is left out before a section would be much of the file.
    private const int LargeSectionBytes = 48 << 20;

    /// <summary>
    /// Where a section begins that comes after others. Large ones begin at a large page: written in pieces of whole ones, they are kept in those by the system (Linux, where
    /// the file system can), so a process that maps the file finds its addresses faster.
    /// </summary>
    /// <param name="end">The end of what there is.</param>
    /// <param name="bytes">Bytes of the section.</param>
    public static long Begin(long end, long bytes) => Align(end, bytes < LargeSectionBytes ? SectionAlignment : MappedMemory.LargePageBytes);

    /// <summary>Where the footer is.</summary>
    /// <param name="end">The end of the last section.</param>
    public static long Footer(long end) => Align(end, SectionAlignment);

    private static long Align(long offset, int unit) => (offset + unit - 1) / unit * unit;
}
