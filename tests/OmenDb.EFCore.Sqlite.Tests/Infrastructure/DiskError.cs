namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>What the operating system says when a disk fails, as .NET says it.</summary>
public enum DiskError
{
    /// <summary>ENOSPC.</summary>
    Full,

    /// <summary>EIO.</summary>
    Broken,

    /// <summary>EACCES.</summary>
    Denied,

    /// <summary>EROFS.</summary>
    ReadOnly,

    /// <summary>ENOMEM, from mmap.</summary>
    NoMemory,
}
