namespace OmenDb.DiskAnn;

/// <summary>A file is not a snapshot that this version can open: truncated, corrupt, foreign, or written by a later version.</summary>
public sealed class SnapshotFormatException : IOException
{
    /// <summary>Makes an exception without a message of its own.</summary>
    public SnapshotFormatException()
    {
    }

    /// <summary>Makes an exception.</summary>
    /// <param name="message">What is wrong with the file.</param>
    public SnapshotFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    /// <param name="message">What is wrong with the file.</param>
    /// <param name="innerException">What brought it to light.</param>
    public SnapshotFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
