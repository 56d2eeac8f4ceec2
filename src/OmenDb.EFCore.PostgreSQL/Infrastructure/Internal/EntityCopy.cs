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
    private const string Batch = "omen_batch";

    private readonly DbContext _context;
    private readonly NpgsqlConnection _connection;
    private readonly BatchColumn[] _columns;
    private readonly BatchDependents _dependents;
    private readonly string?[] _types;
    private readonly string?[] _sequences;
    private readonly Queue<long>[] _numbers;
    private readonly List<object?[]> _rows = [];
    private readonly string _table;
    private readonly string _names;
    private readonly string _askPolicies;
    private readonly List<(BatchColumn Column, object Entity)>? _numbered;
    private bool? _hasPolicies; // known once the table is locked

    public EntityCopy(DbContext context, IEntityType entityType, bool isHeld)
    {
        _context = context;
        _numbered = isHeld ? [] : null;
        _dependents = new BatchDependents(entityType);
        var sql = context.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(entityType, StoreObjectType.Table)!.Value;
        _connection = (NpgsqlConnection)context.Database.GetDbConnection();
        _columns = [.. BatchColumn.All(context, entityType, p => KeySequence.Of(p, table, sql) is not null)];
        _sequences = Array.ConvertAll(_columns, c => KeySequence.Of(c.Property, table, sql));
        _numbers = Array.ConvertAll(_columns, _ => new Queue<long>());
        using (var command = _connection.CreateCommand())
            _types = Array.ConvertAll(_columns, c => ((NpgsqlParameter)c.Mapping.CreateParameter(command, "p", null, nullable: true)).DataTypeName);
        (_table, _names) = (sql.DelimitIdentifier(table.Name, table.Schema), string.Join(", ", _columns.Select(c => sql.DelimitIdentifier(c.Name))));
        _askPolicies = $"SELECT {RowSecurity.IsActive(sql, table.Name, table.Schema)}";
    }

    /// <summary>Takes from their sequences the numbers that entities miss, before these are added: what comes later in the batch may refer to them.</summary>
    public async ValueTask TakeNumbersAsync(IReadOnlyCollection<object> entities, bool async, CancellationToken cancellationToken)
    {
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_sequences[i] is { } sequence && entities.Count(_columns[i].IsMissing) is > 0 and var count)
                await TakeNumbersAsync(i, sequence, count, async, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Reads an entity's values, and gives it its numbers. While COPY runs, the connection answers no generator that asks the database.</summary>
    public void Add(object entity)
    {
        _dependents.Refuse(entity);
        var row = Array.ConvertAll(_columns, c => Value(c, entity));
        for (var i = 0; i < _columns.Length; i++)
        {
            if (_sequences[i] is null || !_columns[i].IsMissing(entity))
                continue;
            row[i] = _columns[i].SetMade(entity, _numbers[i].Dequeue());
            _numbered?.Add((_columns[i], entity));
        }

        _rows.Add(row);
    }

    /// <summary>The entities that an entity refers to.</summary>
    public IEnumerable<object> Principals(object entity) => _columns.SelectMany(c => c.Principals(entity));

    /// <summary>Copies what was added; where policies say which rows may be written (row-level security), through a table of its own, since COPY refuses such a one.</summary>
    /// <param name="async">Whether to wait asynchronously.</param>
    /// <param name="cancellationToken">Stops between rows, and while another session holds the table.</param>
    /// <param name="breaking">Stops anywhere, and breaks the connection: an importer that is told in the middle of a row, or while it waits, knows no other way.</param>
    public async ValueTask InsertAsync(bool async, CancellationToken cancellationToken, CancellationToken breaking)
    {
        if (_hasPolicies ??= await LockAsync(async, cancellationToken).ConfigureAwait(false))
        {
            await ExecuteAsync($"CREATE TEMPORARY TABLE {Batch} AS SELECT {_names} FROM {_table} WHERE false", async, cancellationToken).ConfigureAwait(false);
            await CopyAsync(Batch, async, cancellationToken, breaking).ConfigureAwait(false);
            await ExecuteAsync($"INSERT INTO {_table} ({_names}) OVERRIDING SYSTEM VALUE SELECT {_names} FROM {Batch}; DROP TABLE {Batch}", async, cancellationToken).ConfigureAwait(false);
        }
        else
        {
            await CopyAsync(_table, async, cancellationToken, breaking).ConfigureAwait(false);
        }

        _rows.Clear();
    }

    /// <summary>Takes the numbers back from the entities: no rows have them.</summary>
    public void Undo() => _numbered?.ForEach(n => n.Column.Unset(n.Entity));

    private async ValueTask CopyAsync(string table, bool async, CancellationToken cancellationToken, CancellationToken breaking)
    {
        var copy = $"COPY {table} ({_names}) FROM STDIN (FORMAT BINARY)";
        var import = async
            ? await _connection.BeginBinaryImportAsync(copy, breaking).ConfigureAwait(false)
            : _connection.BeginBinaryImport(copy);
        await using (import.ConfigureAwait(false))
        {
            if (_context.Database.GetCommandTimeout() is { } seconds)
                import.Timeout = TimeSpan.FromSeconds(seconds);
            foreach (var row in _rows)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (async)
                    await import.StartRowAsync(breaking).ConfigureAwait(false);
                else
                    import.StartRow();
                for (var i = 0; i < _columns.Length; i++)
                    await WriteAsync(import, row[i], _types[i], async, breaking).ConfigureAwait(false);
            }

            if (async)
                await import.CompleteAsync(breaking).ConfigureAwait(false);
            else
                import.Complete();
        }
    }

    private static object? Value(BatchColumn column, object entity)
        => column.Read(entity) is { } value
            ? column.Mapping.Converter is { } converter ? converter.ConvertToProvider(value) : value
            : null;

    private static async ValueTask WriteAsync(NpgsqlBinaryImporter import, object? value, string? type, bool async, CancellationToken breaking)
    {
        if (!async)
            Write(import, value, type);
        else if (value is null)
            await import.WriteNullAsync(breaking).ConfigureAwait(false);
        else if (type is null)
            await import.WriteAsync(value, breaking).ConfigureAwait(false);
        else
            await import.WriteAsync(value, type, breaking).ConfigureAwait(false);
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

    // COPY begins by the connection string's timeout, and cannot be cancelled without breaking the connection. So another statement waits for the table, which plans to insert there and keeps the locks of that.
    // Two commands: of the second statement of one, a scalar would swallow the error.
    private async ValueTask<bool> LockAsync(bool async, CancellationToken cancellationToken)
    {
        await ExecuteAsync($"EXPLAIN INSERT INTO {_table} DEFAULT VALUES", async, cancellationToken).ConfigureAwait(false);
        await using var command = NewCommand(_askPolicies);
        return (bool)(async ? await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) : command.ExecuteScalar())!;
    }

    private async ValueTask ExecuteAsync(string sql, bool async, CancellationToken cancellationToken)
    {
        await using var command = NewCommand(sql);
        if (async)
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        else
            command.ExecuteNonQuery();
    }

    private NpgsqlCommand NewCommand(string sql)
    {
        var command = new NpgsqlCommand(sql, _connection);
        command.CommandTimeout = _context.Database.GetCommandTimeout() ?? command.CommandTimeout;
        return command;
    }

    private async ValueTask TakeNumbersAsync(int number, string sequence, int count, bool async, CancellationToken cancellationToken)
    {
        var column = _columns[number];
        _numbers[number].Clear(); // of an entity that got its number from the one that it refers to
        await using var command = NewCommand($"SELECT nextval({sequence}) FROM generate_series(1, $1)");
        command.Parameters.Add(new() { Value = count });
        var reader = async ? await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false) : command.ExecuteReader();
        await using (reader.ConfigureAwait(false))
        {
            while (async ? await reader.ReadAsync(cancellationToken).ConfigureAwait(false) : reader.Read())
            {
                if (reader.IsDBNull(0))
                    throw new NotSupportedException($"AddBatch cannot make '{column.Property.DisplayName()}': '{column.Name}' has no sequence in the database. Set it, or use AddRange and SaveChanges.");
                _numbers[number].Enqueue(reader.GetInt64(0));
            }
        }
    }
}
