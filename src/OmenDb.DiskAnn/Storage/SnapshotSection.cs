namespace OmenDb.DiskAnn.Storage;

/// <summary>The parts of a snapshot; the numbers are written to files and never change their meaning.</summary>
internal enum SnapshotSection
{
    Vectors = 1,
    Edges = 2,
    Labels = 3,
    EntryNodes = 4,
    Removed = 5,
    EntryPoints = 6,
    VectorChecksums = 7,
    Codes = 8,
    Center = 9,
    Directions = 10,
    RowCenter = 11,
    EdgeChecksums = 12,
    CodeChecksums = 13,
    LongSeeds = 14,
}
