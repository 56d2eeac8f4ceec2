using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

/// <summary>Inserts entities of one type by <c>COPY</c>. Numbers that the database makes are taken from their sequences first, since COPY does not return any.</summary>
internal sealed class EntityCopy
{
    private readonly NpgsqlConnection _connection;
    private readonly BatchColumn[] _columns;
    private readonly BatchDependents _dependents;
    private readonly string?[] _types;
    private readonly string?[] _sequences;
    private readonly string _copy;
    private readonly List<(BatchColumn Column, object Entity)>? _numbered;

    public EntityCopy(DbContext context, IEntityType entityType, bool isHeld)
    {
        _numbered = isHeld ? [] : null;
        _dependents = new BatchDependents(entityType);
        var sql = context.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(entityType, StoreObjectType.Table)!.Value;
        _connection = (NpgsqlConnection)context.Database.GetDbConnection();
        _columns = [.. BatchColumn.All(context, entityType, p => KeySequence.Of(p, table, sql) is not null)];
        _sequences = Array.ConvertAll(_columns, c => KeySequence.Of(c.Property, table, sql));
        using (var command = _connection.CreateCommand())
            _types = Array.ConvertAll(_columns, c => ((NpgsqlParameter)c.Mapping.CreateParameter(command, "p", null, nullable: true)).DataTypeName);
        _copy = $"COPY {sql.DelimitIdentifier(table.Name, table.Schema)} ({string.Join(", ", _columns.Select(c => sql.DelimitIdentifier(c.Name)))}) FROM STDIN (FORMAT BINARY)";
    }

    public async ValueTask InsertAsync(IReadOnlyList<object> entities, bool async, CancellationToken cancellationToken)
    {
        foreach (var entity in entities)
            _dependents.Refuse(entity);
        // All values first: while COPY runs, the connection answers no generator that asks the database.
        var rows = entities.Select(e => Array.ConvertAll(_columns, c => Value(c, e))).ToArray();
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_sequences[i] is { } sequence)
                await SetNumbersAsync(i, sequence, entities, rows, async, cancellationToken).ConfigureAwait(false);
        }

        var import = async
            ? await _connection.BeginBinaryImportAsync(_copy, cancellationToken).ConfigureAwait(false)
            : _connection.BeginBinaryImport(_copy);
        await using (import.ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                if (async)
                    await import.StartRowAsync(cancellationToken).ConfigureAwait(false);
                else
                    import.StartRow();
                for (var i = 0; i < _columns.Length; i++)
                    await WriteAsync(import, row[i], _types[i], async, cancellationToken).ConfigureAwait(false);
            }

            if (async)
                await import.CompleteAsync(cancellationToken).ConfigureAwait(false);
            else
                import.Complete();
        }
    }

    /// <summary>Takes the numbers back from the entities: no rows have them.</summary>
    public void Undo() => _numbered?.ForEach(n => n.Column.Unset(n.Entity));

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

    private async ValueTask SetNumbersAsync(int number, string sequence, IReadOnlyList<object> entities, object?[][] rows, bool async, CancellationToken cancellationToken)
    {
        var column = _columns[number];
        var missing = Enumerable.Range(0, rows.Length).Where(r => column.IsMissing(entities[r])).ToList();
        if (missing.Count == 0)
            return;
        await using var command = new NpgsqlCommand($"SELECT nextval({sequence}) FROM generate_series(1, $1)", _connection) { Parameters = { new() { Value = missing.Count } } };
        var reader = async ? await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false) : command.ExecuteReader();
        await using (reader.ConfigureAwait(false))
        {
            foreach (var row in missing)
            {
                if (!(async ? await reader.ReadAsync(cancellationToken).ConfigureAwait(false) : reader.Read()) || reader.IsDBNull(0))
                    throw new NotSupportedException($"AddBatch cannot make '{column.Property.DisplayName()}': '{column.Name}' has no sequence in the database. Set it, or use AddRange and SaveChanges.");
                rows[row][number] = column.SetMade(entities[row], reader.GetInt64(0));
                _numbered?.Add((column, entities[row]));
            }
        }
    }
}
