using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using OmenDb.EFCore.Infrastructure.Internal;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

/// <summary>Inserts entities of one type by <c>COPY</c>. Keys that the database makes are taken from their sequence first, since COPY does not return any.</summary>
internal sealed class EntityCopy
{
    private const string NextKeys = "SELECT nextval(pg_get_serial_sequence($1, $2)) FROM generate_series(1, $3)";

    private readonly NpgsqlConnection _connection;
    private readonly BatchColumn[] _columns;
    private readonly string?[] _types;
    private readonly BatchColumn? _rowId;
    private readonly string _copy;
    private readonly string _table;

    public EntityCopy(DbContext context, IEntityType entityType)
    {
        _connection = (NpgsqlConnection)context.Database.GetDbConnection();
        _columns = [.. BatchColumn.All(context, entityType)];
        _rowId = Array.Find(_columns, c => c.IsRowId);
        using (var command = _connection.CreateCommand())
            _types = Array.ConvertAll(_columns, c => ((NpgsqlParameter)c.Mapping.CreateParameter(command, "p", null, nullable: true)).DataTypeName);

        var sql = context.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(entityType, StoreObjectType.Table)!.Value;
        _table = sql.DelimitIdentifier(table.Name, table.Schema);
        _copy = $"COPY {_table} ({string.Join(", ", _columns.Select(c => sql.DelimitIdentifier(c.Name)))}) FROM STDIN (FORMAT BINARY)";
    }

    public async ValueTask InsertAsync(IReadOnlyList<object> entities, bool async, CancellationToken cancellationToken)
    {
        if (_rowId is not null)
            await SetKeysAsync(_rowId, [.. entities.Where(_rowId.IsMissing)], async, cancellationToken).ConfigureAwait(false);
        var import = async
            ? await _connection.BeginBinaryImportAsync(_copy, cancellationToken).ConfigureAwait(false)
            : _connection.BeginBinaryImport(_copy);
        await using (import.ConfigureAwait(false))
        {
            foreach (var entity in entities)
            {
                if (async)
                    await import.StartRowAsync(cancellationToken).ConfigureAwait(false);
                else
                    import.StartRow();
                for (var i = 0; i < _columns.Length; i++)
                    await WriteAsync(import, Value(_columns[i], entity), _types[i], async, cancellationToken).ConfigureAwait(false);
            }

            if (async)
                await import.CompleteAsync(cancellationToken).ConfigureAwait(false);
            else
                import.Complete();
        }
    }

    private static object? Value(BatchColumn column, object entity)
        => column.Read(entity) is { } value
            ? column.Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value
            : null;

    private static async ValueTask WriteAsync(NpgsqlBinaryImporter import, object? value, string? type, bool async, CancellationToken cancellationToken)
    {
        if (!async)
            Write(import, value, type);
        else if (value is null)
            await import.WriteNullAsync(cancellationToken).ConfigureAwait(false);
        else if (type is null)
            await import.WriteAsync(value, cancellationToken).ConfigureAwait(false);
        else
            await import.WriteAsync(value, type, cancellationToken).ConfigureAwait(false);
    }

    private static void Write(NpgsqlBinaryImporter import, object? value, string? type)
    {
        if (value is null)
            import.WriteNull();
        else if (type is null)
            import.Write(value);
        else
            import.Write(value, type);
    }

    private async ValueTask SetKeysAsync(BatchColumn rowId, IReadOnlyList<object> entities, bool async, CancellationToken cancellationToken)
    {
        if (entities.Count == 0)
            return;
        await using var command = new NpgsqlCommand(NextKeys, _connection)
        {
            Parameters = { new() { Value = _table }, new() { Value = rowId.Name }, new() { Value = entities.Count } },
        };
        var reader = async ? await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false) : command.ExecuteReader();
        await using (reader.ConfigureAwait(false))
        {
            foreach (var entity in entities)
            {
                if (!(async ? await reader.ReadAsync(cancellationToken).ConfigureAwait(false) : reader.Read()) || reader.IsDBNull(0))
                    throw new NotSupportedException($"AddBatch cannot make the keys of '{rowId.Property.DeclaringType.DisplayName()}': '{rowId.Name}' has no sequence in the database. Set the keys, or use AddRange and SaveChanges.");
                rowId.SetRowId(entity, reader.GetInt64(0));
            }
        }
    }
}
