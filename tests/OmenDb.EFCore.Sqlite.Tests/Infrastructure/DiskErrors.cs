namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

internal static class DiskErrors
{
    public static Exception ToException(this DiskError error) => error switch
    {
        DiskError.Full => new IOException("No space left on device", 28),
        DiskError.Broken => new IOException("Input/output error", 5),
        DiskError.Denied => new UnauthorizedAccessException("Access to the path is denied.", new IOException("Permission denied", 13)),
        DiskError.ReadOnly => new IOException("Read-only file system", 30),
        _ => new IOException("Cannot allocate memory", 12),
    };
}
