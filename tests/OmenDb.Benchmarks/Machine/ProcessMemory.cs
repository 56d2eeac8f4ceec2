using System.Globalization;

namespace OmenDb.Benchmarks.Machine;

/// <summary>What Linux says about this process's memory; nothing elsewhere.</summary>
internal static class ProcessMemory
{
    // After the name, which may contain anything: the state is field 0.
    private const int MajorFaultsField = 9;

    /// <summary>How often a page had to come from the disk.</summary>
    public static long? MajorFaults()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var status = File.ReadAllText("/proc/self/stat");
        return long.Parse(status[(status.LastIndexOf(')') + 2)..].Split(' ')[MajorFaultsField], CultureInfo.InvariantCulture);
    }

    /// <summary>Bytes in memory now that are the process's own.</summary>
    public static long? Own() => Read("RssAnon:");

    /// <summary>Bytes in memory now of files that the process has mapped.</summary>
    public static long? Files() => Read("RssFile:");

    /// <summary>The most bytes that ever were in memory.</summary>
    public static long? Peak() => Read("VmHWM:");

    private static long? Read(string field)
    {
        if (!OperatingSystem.IsLinux())
            return null;
        var line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(field, StringComparison.Ordinal));
        return 1024 * long.Parse(line[field.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
