#pragma warning disable NPG9001 // how Npgsql's own plug-ins add a type
using Npgsql.Internal;

namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>Passes a value's bytes as the server sends and expects them; <see cref="VectorWire"/> knows what they mean.</summary>
internal sealed class WireConverter : PgStreamingConverter<byte[]>
{
    public override byte[] Read(PgReader reader)
    {
        var bytes = new byte[reader.CurrentRemaining];
        reader.ReadBytes(bytes);
        return bytes;
    }

    public override async ValueTask<byte[]> ReadAsync(PgReader reader, CancellationToken cancellationToken = default)
    {
        var bytes = new byte[reader.CurrentRemaining];
        await reader.ReadBytesAsync(bytes, cancellationToken).ConfigureAwait(false);
        return bytes;
    }

    public override Size GetSize(SizeContext context, byte[] value, ref object? writeState) => value.Length;

    public override void Write(PgWriter writer, byte[] value) => writer.WriteBytes(value);

    public override ValueTask WriteAsync(PgWriter writer, byte[] value, CancellationToken cancellationToken = default)
        => writer.WriteBytesAsync(value, cancellationToken);
}
