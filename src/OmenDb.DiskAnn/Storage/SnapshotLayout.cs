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

    public static long Align(long offset) => (offset + SectionAlignment - 1) / SectionAlignment * SectionAlignment;
}
