using System.Runtime.InteropServices;

namespace OmenDb.DiskAnn.Storage;

// Invariant: addresses are of mapped memory that stays mapped; nothing is read or written here.

/// <summary>Takes memory from the operating system by pages, and tells it how mapped memory will be used. That is advice: where there is no way to give it, pages are read when they are touched.</summary>
internal static unsafe partial class MappedMemory
{
    /// <summary>Bytes of a large page, whatever the system.</summary>
    public const int LargePageBytes = 2 << 20;

    private const int LineBytes = 64;
    private const int ReadAndWrite = 3;
    private const int PrivateAndAnonymous = 0x22; // Linux alone
    private const int Random = 1;
    private const int WillNeed = 3;
    private const int HugePage = 14; // Linux alone

    private static readonly bool IsPossible = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();
    private static readonly bool MapsMemory = OperatingSystem.IsLinux() && Environment.Is64BitProcess; // where an offset is as long as an address, whatever the C library
    private static readonly long PageBytes = Environment.SystemPageSize;

    /// <summary>Takes zeros from the system itself on Linux, where it gets them back when they are freed: the allocator would keep hundreds of megabytes of indexes that have left memory.</summary>
    /// <param name="bytes">How many.</param>
    /// <param name="inLargePages">Whether to ask for large pages, whose addresses the processor finds faster.</param>
    public static byte* Allocate(nuint bytes, bool inLargePages)
    {
        if (!MapsMemory)
            return (byte*)NativeMemory.AlignedAlloc(bytes, LineBytes);
        var (length, spare) = (ToPages(bytes), inLargePages ? (nuint)LargePageBytes : 0);
        var start = Map(0, length + spare, ReadAndWrite, PrivateAndAnonymous, -1, 0);
        if (start == -1)
            throw new InsufficientMemoryException($"The system gave no {bytes:N0} bytes of memory.");
        if (!inLargePages)
            return (byte*)start;
        var skipped = (nuint)(-start & (LargePageBytes - 1));
        if (skipped > 0)
            _ = Unmap(start, skipped);
        start += (nint)skipped;
        _ = Unmap(start + (nint)length, spare - skipped);
        _ = AdviseLinux(start, length, HugePage);
        return (byte*)start;
    }

    /// <summary>Gives back what <see cref="Allocate"/> took.</summary>
    public static void Free(byte* start, nuint bytes)
    {
        if (MapsMemory)
            _ = Unmap((nint)start, ToPages(bytes));
        else
            NativeMemory.AlignedFree(start);
    }

    /// <summary>Pages will be used in no order: only those that are touched are read, not megabytes around them.</summary>
    public static void InNoOrder(byte* start, long length) => Advise(start, length, Random);

    /// <summary>All will be used soon: the system begins to read it, and does not wait.</summary>
    public static void Soon(byte* start, long length) => Advise(start, length, WillNeed);

    /// <summary>Whether what is at an address is in memory; so is said, too, where the system does not tell.</summary>
    public static bool IsInMemory(byte* address)
    {
        byte state = 1;
        return !IsPossible || IsInCore((nint)address & ~(nint)(PageBytes - 1), 1, &state) != 0 || (state & 1) != 0;
    }

    private static nuint ToPages(nuint bytes) => (bytes + (nuint)PageBytes - 1) & ~((nuint)PageBytes - 1);

    private static void Advise(byte* start, long length, int advice)
    {
        if (!IsPossible || length == 0)
            return;
        var before = (nint)start % (nint)PageBytes;
        _ = Advise((nint)start - before, (nuint)(length + before), advice);
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint start, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint start, nuint length);

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int AdviseLinux(nint start, nuint length, int advice);

    [LibraryImport("libc", EntryPoint = "mincore")]
    private static partial int IsInCore(nint start, nuint length, byte* states);

    [LibraryImport("libc", EntryPoint = "posix_madvise")]
    private static partial int Advise(nint start, nuint length, int advice);
}
