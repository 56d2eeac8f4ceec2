using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace OmenDb.DiskAnn.Storage;

/// <summary>Flushes a directory, so that a rename in it survives a power failure.</summary>
internal static partial class DirectoryFlush
{
    private const int ReadOnly = 0;
    private const int InvalidArgument = 22;
    private static readonly int NotSupported = OperatingSystem.IsLinux() ? 95 : 45;

    /// <summary>Flushes a directory where the system has a way to. Windows has none: there names and what is flushed after them are in one journal.</summary>
    /// <param name="path">The directory.</param>
    /// <exception cref="IOException">The directory is gone, or its disk fails.</exception>
    public static void Flush(string path)
    {
        if (OperatingSystem.IsWindows())
            return;
        using var directory = new SafeFileHandle(OpenDirectory(path, ReadOnly), ownsHandle: true);
        if (directory.IsInvalid)
            throw Failed(path);
        // File systems without such a call refuse it; the file itself is flushed already.
        if (FlushHandle(directory) != 0 && Marshal.GetLastPInvokeError() is not InvalidArgument && Marshal.GetLastPInvokeError() != NotSupported)
            throw Failed(path);
    }

    private static IOException Failed(string path)
        => new($"The folder '{path}' cannot be flushed to the disk: {Marshal.GetLastPInvokeErrorMessage()}.", Marshal.GetLastPInvokeError());

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int OpenDirectory(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int FlushHandle(SafeFileHandle directory);
}
