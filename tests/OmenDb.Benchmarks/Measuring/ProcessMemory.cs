using System.Globalization;

namespace OmenDb.Benchmarks.Measuring;

/// <summary>What Linux says about this process's memory; zeros elsewhere.</summary>
internal static class ProcessMemory
{
    // After the name, which may contain anything: the state is field 0.
    private const int MajorFaultsField = 9;

    /// <summary>How often a page had to come from the disk.</summary>
    public static long MajorFaults()
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        var status = File.ReadAllText("/proc/self/stat");
        return long.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[MajorFaultsField], CultureInfo.InvariantCulture);
    }

    /// <summary>Bytes in memory now: the process's own, and of mapped files.</summary>
    public static (long Own, long Files) Resident() => (Read("RssAnon:"), Read("RssFile:"));

    /// <summary>The most that ever was in memory.</summary>
    public static long Peak() => Read("VmHWM:");

    private static long Read(string field)
    {
        if (!OperatingSystem.IsLinux())
            return 0;
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return 1024 * long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
