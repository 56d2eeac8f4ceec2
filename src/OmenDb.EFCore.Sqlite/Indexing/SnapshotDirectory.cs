using System.Text;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The folder beside a database file that holds its snapshots, and the lock that makes one process their publisher.</summary>
internal sealed class SnapshotDirectory(string databasePath) : IDisposable
{
    private const string Extension = ".vamana";
    private const string RejectedExtension = ".rejected";
    private FileStream? _lock;

    public string Path { get; } = databasePath + ".omen";

    /// <summary>The file of a snapshot. The index's name is there for people; the token alone makes it unique.</summary>
    public string FileOf(VectorIndexDefinition index, Guid token) => System.IO.Path.Combine(Path, $"{FileName(index)}{token:N}{Extension}");

    /// <summary>Whether this process may publish; it may until it ends or lets go.</summary>
    public bool TryLock()
    {
        if (_lock is not null)
            return true;
        try
        {
            Directory.CreateDirectory(Path);
            _lock = new FileStream(System.IO.Path.Combine(Path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Lets another process publish.</summary>
    public void Dispose()
    {
        _lock?.Dispose();
        _lock = null;
    }

    /// <summary>Moves a bad file out of the way, where somebody may look at it until the next one.</summary>
    public static void SetAside(string file)
    {
        try
        {
            if (File.Exists(file))
                File.Move(file, file + RejectedExtension, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is not named by the database any more once the next snapshot is; leaving it there harms nothing.
        }
    }

    /// <summary>Deletes the files of one index but the current one. Only the publisher may.</summary>
    public void DeleteOthers(VectorIndexDefinition index, Guid current)
    {
        var keep = FileOf(index, current);
        foreach (var file in Directory.EnumerateFiles(Path, FileName(index) + "*"))
        {
            if (file == keep || file.EndsWith(RejectedExtension, StringComparison.Ordinal))
                continue;
            try
            {
                File.Delete(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Mapped by another process on Windows: the next publication tries again.
            }
        }
    }

    public void Delete()
    {
        Dispose();
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }

    // Letters and digits as they are, all else by number: no separator, no dots, no clash between two indexes.
    private static string FileName(VectorIndexDefinition index)
    {
        var name = new StringBuilder();
        foreach (var c in index.Name)
        {
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(c);
            else
                name.Append('_').Append(((int)c).ToString("x", System.Globalization.CultureInfo.InvariantCulture)).Append('_');
        }

        return name.Length <= 100
            ? name.Append('-').ToString()
            : name.ToString(0, 60) + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(index.Name)))[..16] + "-";
    }
}
