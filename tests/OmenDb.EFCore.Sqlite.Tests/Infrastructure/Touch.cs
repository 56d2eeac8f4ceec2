namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>A way in which the index touches the disk.</summary>
public enum Touch
{
    CreateDirectory,
    Lock,
    Create,
    Write,
    Flush,
    Move,
    FlushDirectory,
    Map,
    Find,
    Delete,
    DeleteDirectory,
}
