using System.Runtime.InteropServices;

namespace OmenDb.DiskAnn.Storage;

/// <summary>One line of a snapshot's section table, as it lies in the file.</summary>
[StructLayout(LayoutKind.Sequential, Size = SnapshotLayout.SectionBytes, Pack = 8)]
internal struct SnapshotSectionInfo
{
    public int Section;
    public int Reserved;
    public long Offset;
    public long Length;
    public ulong Checksum;
}
