using System.Globalization;

namespace OmenDb.Benchmarks.Machine;

/// <summary>A control group of Linux that limits the memory of the processes in it, their share of the page cache included.</summary>
internal sealed class MemoryCgroup : IDisposable
{
    private const string Root = "/sys/fs/cgroup";

    private readonly bool _isUnified = File.Exists($"{Root}/cgroup.controllers");
    private readonly DirectoryInfo _group;
    private readonly Cleanup _delete;

    /// <param name="limitBytes">The most memory that its processes may have together.</param>
    /// <exception cref="CannotRunException">Control groups cannot be made here, or not by this user.</exception>
    public MemoryCgroup(long limitBytes)
    {
        _group = new DirectoryInfo(Path.Combine(_isUnified ? Root : $"{Root}/memory", $"omendb-{Environment.ProcessId}"));
        _delete = new Cleanup(() =>
        {
            if (Directory.Exists(_group.FullName))
                Directory.Delete(_group.FullName);
        });
        try
        {
            if (!_group.Parent!.Exists)
                throw new IOException($"there is no {_group.Parent}");
            if (_isUnified)
                File.WriteAllText($"{Root}/cgroup.subtree_control", "+memory");
            _group.Create();
            Write(_isUnified ? "memory.max" : "memory.limit_in_bytes", limitBytes);
            if (_isUnified)
                Write("memory.swap.max", 0);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            _delete.Dispose();
            throw new CannotRunException($"No memory cgroup can be made here, which takes Linux and root's rights: {refused.Message}");
        }
    }

    /// <summary>A process that writes its number here joins, and its children with it.</summary>
    public string ProcessesFile => Path.Combine(_group.FullName, "cgroup.procs");

    /// <summary>The most memory that the group had, in bytes.</summary>
    public long PeakBytes => long.Parse(File.ReadAllText(Path.Combine(_group.FullName, _isUnified ? "memory.peak" : "memory.max_usage_in_bytes")), CultureInfo.InvariantCulture);

    public void Dispose() => _delete.Dispose();

    private void Write(string file, long value) => File.WriteAllText(Path.Combine(_group.FullName, file), value.ToString(CultureInfo.InvariantCulture));
}
