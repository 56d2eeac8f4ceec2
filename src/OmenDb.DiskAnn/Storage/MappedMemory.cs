using System.Runtime.InteropServices;

namespace OmenDb.DiskAnn.Storage;

// Invariant: addresses are of mapped memory that stays mapped; nothing is read or written here.

/// <summary>Tells the operating system how mapped memory will be used. Only advice: where there is no way to give it, pages are read when they are touched.</summary>
internal static unsafe partial class MappedMemory
{
    /// <summary>Bytes of a large page, whatever the system.</summary>
    public const int LargePageBytes = 2 << 20;

    private const int Random = 1;
    private const int WillNeed = 3;
    private const int HugePage = 14; // Linux alone

    private static readonly bool IsPossible = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();
    private static readonly long PageBytes = Environment.SystemPageSize;

    /// <summary>Whether the system can be asked for large pages.</summary>
    public static bool HasLargePages => OperatingSystem.IsLinux();

    /// <summary>Pages will be used in no order: only those that are touched are read, not megabytes around them.</summary>
    public static void InNoOrder(byte* start, long length) => Advise(start, length, Random);

    /// <summary>All will be used soon: the system begins to read it, and does not wait.</summary>
    public static void Soon(byte* start, long length) => Advise(start, length, WillNeed);

    /// <summary>Large pages, whose addresses the processor finds faster.</summary>
    public static void InLargePages(byte* start, long length)
    {
        if (HasLargePages)
            _ = AdviseLinux((nint)start, (nuint)length, HugePage);
    }

    /// <summary>Whether what is at an address is in memory; so is said, too, where the system does not tell.</summary>
    public static bool IsInMemory(byte* address)
    {
        byte state = 1;
        return !IsPossible || IsInCore((nint)address & ~(nint)(PageBytes - 1), 1, &state) != 0 || (state & 1) != 0;
    }

    private static void Advise(byte* start, long length, int advice)
    {
        if (!IsPossible || length == 0)
            return;
        var before = (nint)start % (nint)PageBytes;
        _ = Advise((nint)start - before, (nuint)(length + before), advice);
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int AdviseLinux(nint start, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "mincore")]
    private static partial int IsInCore(nint start, nuint length, byte* states);

    [LibraryImport("libc", EntryPoint = "posix_madvise")]
    private static partial int Advise(nint start, nuint length, int advice);
}
