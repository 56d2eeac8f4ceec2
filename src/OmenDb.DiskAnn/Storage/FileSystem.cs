using Microsoft.Win32.SafeHandles;

namespace OmenDb.DiskAnn.Storage;

/// <summary>
/// Every way in which the index touches the disk, each straight to the operating system. Tests derive from it to make an operation fail or the process
/// die at it; nobody else does.
/// </summary>
internal class FileSystem
{
    // A few segments are in memory at any rate.
    private const long LeastInMemory = 32 << 20;

    /// <summary>The operating system's files.</summary>
    public static readonly FileSystem Default = new();

    // Nobody else may read or write. Windows is told besides that the file may be deleted, as it may elsewhere: the folder of a database goes with it.
    private static readonly FileShare Alone = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;

    /// <summary>
    /// Bytes of codes and edges up to which a snapshot is small: they are read and checked when it is opened, and lie in the order they came in.
    /// </summary>
    public long SmallGraph { get; init; } = 16 << 20;

    /// <summary>Bytes of an index that may be in memory alone, an eighth of what this process may have (as .NET tells it: three quarters of a container's limit): where more are, its owner writes it and goes on with the file.</summary>
    public long MostInMemory { get; init; } = Math.Max(LeastInMemory, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 8);

    /// <summary>Makes a folder unless it is there.</summary>
    public virtual void CreateDirectory(string path) => Directory.CreateDirectory(path);

    /// <summary>Opens a file that nobody else opens until the handle is closed, or this process ends.</summary>
    public virtual SafeFileHandle Lock(string path) => File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, Alone);

    /// <summary>The name that an open file has by now, another one where it was moved or deleted; null where the system does not tell.</summary>
    public static string? NameOf(SafeFileHandle file) => OperatingSystem.IsLinux() ? new FileInfo($"/proc/self/fd/{file.DangerousGetHandle()}").LinkTarget : null;

    /// <summary>Makes a new file to write.</summary>
    public virtual SafeFileHandle Create(string path) => File.OpenHandle(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);

    /// <summary>Writes all of a block.</summary>
    public virtual void Write(SafeFileHandle file, ReadOnlySpan<byte> data, long offset) => RandomAccess.Write(file, data, offset);

    /// <summary>Waits until a file's content is on the disk.</summary>
    public virtual void Flush(SafeFileHandle file) => RandomAccess.FlushToDisk(file);

    /// <summary>Waits until the names in a folder are on the disk.</summary>
    public virtual void FlushDirectory(string path) => DirectoryFlush.Flush(path);

    /// <summary>Gives a file another name, replacing a file that has it.</summary>
    public virtual void Move(string source, string target) => File.Move(source, target, overwrite: true);

    /// <summary>Opens a file and maps it.</summary>
    public virtual MappedFile Map(string path) => new(path);

    /// <summary>Whether there is such a file.</summary>
    public virtual bool Exists(string path) => File.Exists(path);

    /// <summary>The files whose names begin like this; there may be no such folder.</summary>
    public virtual string[] Find(string folder, string prefix) => Directory.Exists(folder) ? Directory.GetFiles(folder, prefix + "*") : [];

    /// <summary>Deletes a file; there may be none.</summary>
    public virtual void Delete(string path) => File.Delete(path);

    /// <summary>Deletes a folder and what is in it; there may be none.</summary>
    public virtual void DeleteDirectory(string path)
    {
        if (Directory.Exists(path))
            Directory.Delete(path, recursive: true);
    }
}
