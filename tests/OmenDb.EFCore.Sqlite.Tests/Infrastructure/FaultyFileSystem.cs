using Microsoft.Win32.SafeHandles;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>The operating system's files, some of whose operations fail while a test says so.</summary>
internal sealed class FaultyFileSystem : FileSystem
{
    private volatile Action? _fault;
    private Touch _failing;

    /// <summary>Snapshots that were begun.</summary>
    public int Created { get; private set; }

    /// <summary>Whether half of each block is written and nothing is said.</summary>
    public bool WritesShort { get; set; }

    /// <summary>Whether the disk has no room: files are made and take nothing.</summary>
    public bool IsFull { get; set; }

    /// <summary>Makes one operation fail from now on.</summary>
    public void Fail(Touch operation, DiskError error) => Before(operation, () => throw error.ToException());

    /// <summary>Does something whenever an operation begins.</summary>
    public void Before(Touch operation, Action action)
    {
        _failing = operation;
        _fault = action;
    }

    /// <summary>All is well again.</summary>
    public void Heal() => _fault = null;

    public override void CreateDirectory(string path)
    {
        At(Touch.CreateDirectory);
        base.CreateDirectory(path);
    }

    public override SafeFileHandle Lock(string path)
    {
        At(Touch.Lock);
        return base.Lock(path);
    }

    public override SafeFileHandle Create(string path)
    {
        Created++;
        At(Touch.Create);
        if (IsFull && OperatingSystem.IsWindows())
            throw DiskError.Full.ToException();
        return IsFull ? File.OpenHandle("/dev/full", FileMode.Open, FileAccess.Write) : base.Create(path);
    }

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> data, long offset)
    {
        At(Touch.Write);
        base.Write(file, WritesShort ? data[..(data.Length / 2)] : data, offset);
    }

    public override void Flush(SafeFileHandle file)
    {
        At(Touch.Flush);
        base.Flush(file);
    }

    public override void FlushDirectory(string path)
    {
        At(Touch.FlushDirectory);
        base.FlushDirectory(path);
    }

    public override void Move(string source, string target)
    {
        At(Touch.Move);
        base.Move(source, target);
    }

    public override MappedFile Map(string path)
    {
        At(Touch.Map);
        return base.Map(path);
    }

    public override string[] Find(string folder, string prefix)
    {
        At(Touch.Find);
        return base.Find(folder, prefix);
    }

    public override void Delete(string path)
    {
        At(Touch.Delete);
        base.Delete(path);
    }

    public override void DeleteDirectory(string path)
    {
        At(Touch.DeleteDirectory);
        base.DeleteDirectory(path);
    }

    private void At(Touch operation)
    {
        if (operation == _failing)
            _fault?.Invoke();
    }
}
