using System.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>A file system in memory with little room, mounted at a folder. Mounting needs permission.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    /// <summary>Mounts one, or returns <see langword="null"/> where this process may not.</summary>
    public static SmallDisk? TryMount(string folder, string size)
    {
        Directory.CreateDirectory(folder);
        return OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder) ? new SmallDisk(folder) : null;
    }

    /// <summary>Gives it other room, or makes it read-only.</summary>
    public void Remount(string options) => Assert.True(Run("mount", "-o", $"remount,{options}", _folder));

    public void Dispose() => Run("umount", "--lazy", _folder);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
            process.StandardError.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false; // there is no such program
        }
    }
}
