using Microsoft.Win32.SafeHandles;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.Crash.Tests.Killing;

/// <summary>The operating system's files, with a chance to die at each touch, and what a power loss would leave of them.</summary>
internal sealed class DeadlyFileSystem : FileSystem
{
    private readonly Executioner _executioner;
    private readonly Random _random;
    private readonly Dictionary<SafeFileHandle, string> _unflushed = [];
    private readonly List<(string Source, string Target)> _renamed = [];
    private bool _isPublished;

    public DeadlyFileSystem(Executioner executioner, int seed)
    {
        _executioner = executioner;
        _random = new Random(seed);
        executioner.LastAct = LosePower;
    }

    /// <summary>Whether what was not flushed is lost with the process.</summary>
    public bool IsPowerLost { get; init; }

    public override SafeFileHandle Create(string path)
    {
        _executioner.At(KillPoint.BeforeWrite);
        _executioner.At(KillPoint.PowerLoss);
        var file = base.Create(path);
        _unflushed.Add(file, path);
        return file;
    }

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> data, long offset)
    {
        base.Write(file, data[..(data.Length / 2)], offset);
        _executioner.At(KillPoint.MidWrite);
        _executioner.At(KillPoint.PowerLoss);
        base.Write(file, data[(data.Length / 2)..], offset + data.Length / 2);
    }

    public override void Flush(SafeFileHandle file)
    {
        _executioner.At(KillPoint.BeforeFlush);
        _executioner.At(KillPoint.PowerLoss);
        base.Flush(file);
        _unflushed.Remove(file);
    }

    public override void Move(string source, string target)
    {
        _executioner.At(KillPoint.BeforeRename);
        _executioner.At(KillPoint.PowerLoss);
        base.Move(source, target);
        _renamed.Add((source, target));
        foreach (var (file, _) in _unflushed.Where(f => f.Value == source).ToList())
            _unflushed[file] = target;
        _executioner.At(KillPoint.AfterRename);
    }

    public override void FlushDirectory(string path)
    {
        _executioner.At(KillPoint.PowerLoss);
        base.FlushDirectory(path);
        _renamed.Clear();
        _isPublished = true;
        _executioner.At(KillPoint.BeforePublish);
    }

    // The next touch after a snapshot is on the disk comes when the database names it: the others are looked for.
    public override string[] Find(string folder, string prefix)
    {
        if (_isPublished)
            _executioner.At(KillPoint.AfterPublish);
        _executioner.At(KillPoint.PowerLoss);
        _isPublished = false;
        return base.Find(folder, prefix);
    }

    public override void Delete(string path)
    {
        _executioner.At(KillPoint.BeforeDelete);
        _executioner.At(KillPoint.PowerLoss);
        base.Delete(path);
        _executioner.At(KillPoint.AfterDelete);
    }

    private void LosePower()
    {
        if (!IsPowerLost)
            return;
        foreach (var (file, path) in _unflushed)
        {
            var open = file.IsClosed ? File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete) : file;
            RandomAccess.SetLength(open, _random.NextInt64(RandomAccess.GetLength(open)));
        }

        foreach (var (source, target) in _renamed)
        {
            if (_random.Next(2) == 0)
                File.Move(target, source);
        }
    }
}
