using System.Globalization;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>A control group of Linux that limits the memory of the processes in it, their share of the page cache included.</summary>
internal sealed class MemoryCgroup : IDisposable
{
    private const string Root = "/sys/fs/cgroup";

    private readonly DirectoryInfo _group;
    private readonly bool _isUnified = File.Exists($"{Root}/cgroup.controllers");

    /// <exception cref="IOException">Control groups cannot be made here.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not make them.</exception>
    public MemoryCgroup(long limitBytes)
    {
        if (_isUnified)
            File.WriteAllText($"{Root}/cgroup.subtree_control", "+memory");
        _group = Directory.CreateDirectory(Path.Combine(_isUnified ? Root : $"{Root}/memory", $"omendb-{Environment.ProcessId}"));
        Write(_isUnified ? "memory.max" : "memory.limit_in_bytes", limitBytes);
        if (_isUnified)
            Write("memory.swap.max", 0);
    }

    /// <summary>A process that writes its number here joins, and its children with it.</summary>
    public string ProcessesFile => Path.Combine(_group.FullName, "cgroup.procs");

    /// <summary>The most memory that the group had.</summary>
    public long PeakBytes => long.Parse(File.ReadAllText(Path.Combine(_group.FullName, _isUnified ? "memory.peak" : "memory.max_usage_in_bytes")), CultureInfo.InvariantCulture);

    public void Dispose() => _group.Delete();

    private void Write(string file, long value) => File.WriteAllText(Path.Combine(_group.FullName, file), value.ToString(CultureInfo.InvariantCulture));
}
