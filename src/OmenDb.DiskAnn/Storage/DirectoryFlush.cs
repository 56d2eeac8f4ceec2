using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OmenDb.DiskAnn.Storage;

/// <summary>Flushes a directory, so that a rename in it survives a power failure.</summary>
internal static partial class DirectoryFlush
{
    private const int ReadOnly = 0;

    /// <summary>Flushes a directory where the system has a way to: Windows writes names through by itself.</summary>
    /// <param name="path">The directory.</param>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var directory = new SafeFileHandle(OpenDirectory(path, ReadOnly), ownsHandle: true);
        // File systems without such a call refuse it; the file itself is flushed already.
        if (!directory.IsInvalid)
            _ = FlushHandle(directory);
    }

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenDirectory(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int FlushHandle(SafeFileHandle directory);
}
