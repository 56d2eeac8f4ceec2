using System.Runtime.Versioning;
using System.Text;
using Microsoft.Win32.SafeHandles;
using OmenDb.DiskAnn;
using OmenDb.DiskAnn.Storage;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>The folder beside a database file that holds its snapshots, and the lock that makes one process their publisher.</summary>
internal sealed class SnapshotDirectory(string databasePath, FileSystem files) : IDisposable
{
    private const string Extension = ".vamana";
    private const string RejectedExtension = ".rejected";
    private const int TokenLength = 32;
    private readonly Lock _locking = new();
    private SafeFileHandle? _lock;
    private string? _lockName; // when it was taken

    public string Path { get; } = databasePath + ".omen";

    private string LockFile => System.IO.Path.Combine(Path, "lock");

    /// <summary>The file of a snapshot. The index's name is there for people; the token alone makes it unique.</summary>
    public string FileOf(VectorIndexDefinition index, Guid token) => System.IO.Path.Combine(Path, $"{FileName(index.Name)}{token:N}{Extension}");

    public bool Contains(VectorIndexDefinition index, Guid token) => files.Exists(FileOf(index, token));

    /// <summary>What the system tells of a snapshot's file, asked once: the next snapshot may take it away at any time. Null where there is none.</summary>
    public FileInfo? Find(VectorIndexDefinition index, Guid token)
    {
        var file = new FileInfo(FileOf(index, token));
        return file.Exists ? file : null;
    }

    /// <summary>Maps a snapshot.</summary>
    /// <exception cref="IOException">There is none, or it cannot be read now.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not read it.</exception>
    /// <exception cref="SnapshotFormatException">It is damaged, or something else.</exception>
    public VamanaIndex Open(VectorIndexDefinition index, Guid token) => VamanaIndex.Open(FileOf(index, token), files);

    /// <summary>Whether so much of a graph is in memory alone that it should be mapped instead.</summary>
    public bool ShouldMap(VamanaIndex graph) => graph.IsHeavy(files.MostInMemory);

    /// <summary>Writes a graph that is not whole yet, and maps it. Only the publisher may; the file is deleted at once, or with the next publication where it cannot be while it is mapped.</summary>
    /// <exception cref="IOException">It cannot be written or read; nothing of it is there.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write or read there.</exception>
    /// <exception cref="SnapshotFormatException">What was written cannot be read.</exception>
    public VamanaIndex Map(VectorIndexDefinition index, VamanaIndex graph)
    {
        var token = Guid.NewGuid();
        Save(index, graph, token);
        try
        {
            return Open(index, token);
        }
        finally
        {
            TryDelete(FileOf(index, token));
        }
    }

    /// <summary>Writes a snapshot.</summary>
    /// <exception cref="IOException">It cannot be written; nothing of it is there.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write there.</exception>
    public void Save(VectorIndexDefinition index, VamanaIndex graph, Guid token)
    {
        graph.Save(FileOf(index, token), token, files);
        Protect(FileOf(index, token));
    }

    /// <summary>Whether this process may publish: unless another one does, until it ends or lets go.</summary>
    /// <exception cref="IOException">The folder cannot be made or written.</exception>
    /// <exception cref="UnauthorizedAccessException">This process may not write there.</exception>
    public bool TryLock()
    {
        lock (_locking)
        {
            if (_lock is not null && files.Exists(LockFile) && FileSystem.NameOf(_lock) == _lockName)
                return true;
            Dispose(); // a lock that was deleted with its folder keeps nobody out, also where another process has made that anew
            CreateFolder();
            RefuseLink(LockFile);
            try
            {
                _lock = files.Lock(LockFile);
                _lockName = FileSystem.NameOf(_lock);
                Protect(LockFile);
                return true;
            }
            catch (IOException e) when (IsHeldByAnother(e))
            {
                return false;
            }
        }
    }

    /// <summary>Lets go of a lock whose file was moved: it would keep everybody from the folder where it is now.</summary>
    public void LetGoOfMoved()
    {
        lock (_locking)
        {
            if (_lock is not null && FileSystem.NameOf(_lock) != _lockName)
                Dispose();
        }
    }

    /// <summary>Lets another process publish.</summary>
    public void Dispose()
    {
        lock (_locking)
        {
            _lock?.Dispose();
            _lock = null;
        }
    }

    /// <summary>Moves a bad file out of the way, where somebody may look at it until the next one.</summary>
    public void SetAside(VectorIndexDefinition index, Guid token)
    {
        try
        {
            if (Contains(index, token))
                files.Move(FileOf(index, token), System.IO.Path.Combine(Path, FileName(index.Name) + RejectedExtension));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It is not named by the database any more once the next snapshot is; leaving it there harms nothing.
        }
    }

    /// <summary>Whether there are files of an index that the database does not name.</summary>
    public bool HasOthers(VectorIndexDefinition index, Guid current) => Others(index, current).Count > 0;

    /// <summary>Deletes what a process that ended in the middle of its work left behind, and what <see cref="DeleteForgotten"/> does, unless another process is at work.</summary>
    /// <param name="index">The index.</param>
    /// <param name="readCurrent">Reads which snapshot the database names: once nobody can publish another.</param>
    /// <param name="readNames">Reads which indexes the database names.</param>
    /// <returns>Whether nothing is left for this process to delete.</returns>
    public bool DeleteLeftovers(VectorIndexDefinition index, Func<Guid> readCurrent, Func<IReadOnlyCollection<string>> readNames)
        => DeleteAlone(() => Others(index, readCurrent())) & DeleteForgotten(readNames);

    /// <summary>Deletes the files of indexes that were dropped or renamed, those that were set aside, too, unless another process is at work.</summary>
    /// <param name="readNames">Reads which indexes the database names.</param>
    /// <returns>Whether nothing is left for this process to delete.</returns>
    public bool DeleteForgotten(Func<IReadOnlyCollection<string>> readNames) => DeleteAlone(() => Forgotten(readNames));

    /// <summary>Deletes the files of one index but the current one. Only the publisher may.</summary>
    /// <returns>Whether none is left.</returns>
    public bool DeleteOthers(VectorIndexDefinition index, Guid current) => Delete(Others(index, current));

    /// <summary>Deletes the folder. A file that somebody still has mapped stays on Windows: no database names it, and who publishes there next deletes it.</summary>
    public void Delete()
    {
        Dispose();
        try
        {
            files.DeleteDirectory(Path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The database is gone already, and an error would say that it is not.
        }
    }

    // Looks once more when it has the lock: what nobody needed before may be what another process has published meanwhile.
    private bool DeleteAlone(Func<List<string>> find)
    {
        lock (_locking)
        {
            if (find().Count == 0)
                return true;
            var held = _lock is not null;
            if (!TryLock())
                return true;
            var isClean = Delete(find());
            if (!held)
                Dispose();
            return isClean;
        }
    }

    private bool Delete(List<string> unneeded)
    {
        var isClean = true;
        foreach (var file in unneeded)
            isClean &= TryDelete(file);
        return isClean;
    }

    private bool TryDelete(string file)
    {
        try
        {
            files.Delete(file);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false; // mapped by somebody on Windows
        }
    }

    private List<string> Others(VectorIndexDefinition index, Guid current)
    {
        var keep = FileOf(index, current);
        var owner = FileName(index.Name);
        return [.. Find(owner).Where(file => file != keep && OwnerOf(file) == owner && !file.EndsWith(RejectedExtension, StringComparison.Ordinal))];
    }

    // An index is named before it has a file, so the files are listed first: this process may be writing that of a new index.
    private List<string> Forgotten(Func<IReadOnlyCollection<string>> readNames)
    {
        var owned = Find("").Where(file => OwnerOf(file).Length > 0).ToList();
        if (owned.Count == 0)
            return [];
        var owners = readNames().Select(FileName).ToHashSet();
        return owned.FindAll(file => !owners.Contains(OwnerOf(file)));
    }

    private string[] Find(string prefix)
    {
        try
        {
            return files.Find(Path, prefix);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return []; // a folder that cannot be listed: what lies there takes room and nothing else
        }
    }

    // The name of an index in that of a file, with the dash behind it, which no token has; empty for what was not written here.
    private static string OwnerOf(string file)
    {
        var name = System.IO.Path.GetFileName(file);
        var start = name.LastIndexOf('-') + 1;
        var rest = name.AsSpan(start);
        return rest is RejectedExtension || (rest.Length > TokenLength && Guid.TryParseExact(rest[..TokenLength], "N", out _)) ? name[..start] : "";
    }

    // What the systems say to the second who opens: EWOULDBLOCK on Linux and on macOS, a sharing violation on Windows.
    private static bool IsHeldByAnother(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);

    // For those who may use the database. A link in its place is not followed: it may lead to other people's files.
    private void CreateFolder()
    {
        RefuseLink(Path);
        files.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
            SetMode(Path, ModeOfFolder(File.GetUnixFileMode(databasePath)));
    }

    private void Protect(string file)
    {
        if (!OperatingSystem.IsWindows())
            SetMode(file, ModeOfFiles(File.GetUnixFileMode(databasePath)));
    }

    private static void RefuseLink(string path)
    {
        if (new FileInfo(path).LinkTarget is { } target)
            throw new IOException($"'{path}' is a link to '{target}'. The index is not written through links: remove it, and a new one is made in its place.");
    }

    // Only where it differs: whoever shares the database through its group does not own the files of the others. A folder that hands its group on keeps doing so.
    [UnsupportedOSPlatform("windows")]
    private static void SetMode(string path, UnixFileMode mode)
    {
        var current = File.GetUnixFileMode(path);
        mode |= current & UnixFileMode.SetGroup;
        if (current != mode)
            File.SetUnixFileMode(path, mode);
    }

    private static UnixFileMode ModeOfFiles(UnixFileMode database) => UnixFileMode.UserRead | UnixFileMode.UserWrite | (database
        & (UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite));

    // A folder that may be read may be entered.
    private static UnixFileMode ModeOfFolder(UnixFileMode database) => ModeOfFiles(database) | UnixFileMode.UserExecute
        | (database.HasFlag(UnixFileMode.GroupRead) ? UnixFileMode.GroupExecute : 0)
        | (database.HasFlag(UnixFileMode.OtherRead) ? UnixFileMode.OtherExecute : 0);

    // Letters and digits as they are, all else by number: no separator, no dots, no clash between two indexes.
    private static string FileName(string index)
    {
        var name = new StringBuilder();
        foreach (var c in index)
        {
            if (char.IsAsciiLetterOrDigit(c))
                name.Append(c);
            else
                name.Append('_').Append(((int)c).ToString("x", System.Globalization.CultureInfo.InvariantCulture)).Append('_');
        }

        return name.Length <= 100
            ? name.Append('-').ToString()
            : name.ToString(0, 60) + "-" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(index)))[..16] + "-";
    }
}
