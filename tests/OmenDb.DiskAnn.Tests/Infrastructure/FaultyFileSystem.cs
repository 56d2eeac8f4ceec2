using Microsoft.Win32.SafeHandles;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Infrastructure;

/// <summary>The operating system's files, one of whose operations fails.</summary>
internal sealed class FaultyFileSystem(string failing) : FileSystem
{
    public override SafeFileHandle Create(string path) => At(nameof(Create), () => base.Create(path));

    public override void Write(SafeFileHandle file, ReadOnlySpan<byte> data, long offset)
    {
        base.Write(file, data[..(data.Length / 2)], offset);
        Fail(nameof(Write));
        base.Write(file, data[(data.Length / 2)..], offset + data.Length / 2);
    }

    public override void Flush(SafeFileHandle file)
    {
        Fail(nameof(Flush));
        base.Flush(file);
    }

    public override void FlushDirectory(string path)
    {
        Fail(nameof(FlushDirectory));
        base.FlushDirectory(path);
    }

    public override void Move(string source, string target)
    {
        Fail(nameof(Move));
        base.Move(source, target);
    }

    public override MappedFile Map(string path) => At(nameof(Map), () => base.Map(path));

    private T At<T>(string operation, Func<T> action)
    {
        Fail(operation);
        return action();
    }

    private void Fail(string operation)
    {
        if (operation == failing)
            throw new IOException("Input/output error", 5);
    }
}
