using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OmenDb.Benchmarks.Machine;

/// <summary>The operating system's copy of files in memory.</summary>
internal static partial class PageCache
{
    private const int DoNotNeed = 4;

    /// <summary>Forgets a file's pages, so that it is read from the disk again. Pages that a process has mapped stay.</summary>
    /// <returns>Whether that is possible here: on Linux, and where the file is on a disk.</returns>
    public static bool Drop(string path)
    {
        if (!OperatingSystem.IsLinux() || new DriveInfo(path).DriveFormat is "tmpfs" or "ramfs")
            return false;
        using var file = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(file); // a page that waits to be written is not dropped
        return Advise(file, 0, 0, DoNotNeed) == 0;
    }

    [LibraryImport("libc", EntryPoint = "posix_fadvise")]
    private static partial int Advise(SafeFileHandle file, long offset, long length, int advice);
}
