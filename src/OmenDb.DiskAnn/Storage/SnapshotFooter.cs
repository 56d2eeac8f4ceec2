using System.Runtime.InteropServices;

namespace OmenDb.DiskAnn.Storage;

/// <summary>The last bytes of a snapshot, as they lie in the file.</summary>
[StructLayout(LayoutKind.Sequential, Size = SnapshotLayout.FooterBytes, Pack = 8)]
internal struct SnapshotFooter
{
    /// <summary>Checksum of header and section table.</summary>
    public ulong HeaderChecksum;
    public long FileBytes;
    public ulong Magic;
}
