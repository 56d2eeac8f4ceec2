using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.Moving.Internal;

/// <summary>Copies one table, in a transaction for each batch. A row that the target lacks is inserted; one that it has must be the same, or the copy is refused.</summary>
/// <remarks>Each batch goes into a temporary table of the target and is compared there: only the target knows what it makes of a value, and which keys it takes for equal.</remarks>
internal sealed class TableCopy
{
    private const int BatchRows = 1_000;
    private const string Batch = "omen_batch";
    private const string ConstraintViolation = "23"; // SQL's class of errors

    private readonly DatabaseFacade _source;
    private readonly DatabaseFacade _target;
    private readonly ITable _from;
    private readonly ITable _to;
    private readonly (IColumn From, IColumn To)[] _pairs;
    private readonly string[] _parameters;
    private readonly ISqlGenerationHelper _reads;
    private readonly ISqlGenerationHelper _writes;
    private readonly ICopyTarget _rules;

    private TableCopy(DbContext source, DbContext target, ITable from, ITable to)
    {
        if (to.PrimaryKey is null)
            throw new NotSupportedException($"'{to.Name}' has no primary key, so an interrupted copy of it could not go on. Copy it yourself.");
        (_source, _target) = (source.Database, target.Database);
        (_from, _to) = (from, to);
        (_reads, _writes) = (source.GetService<ISqlGenerationHelper>(), target.GetService<ISqlGenerationHelper>());
        _rules = target.GetService<ICopyTarget>();
        _pairs = [.. to.Columns.Where(c => c.ComputedColumnSql is null && !IsRowVersion(c) && !IsRowVersion(c, from)).Select(c => (from.FindColumn(c.Name) ?? throw Missing($"column '{to.Name}.{c.Name}'"), c))];
        _parameters = [.. _pairs.Select((_, i) => _writes.GenerateParameterName(string.Create(CultureInfo.InvariantCulture, $"p{i}")))];
    }

    public static TableCopy Create(DbContext source, DbContext target, ITable to)
    {
        var sameName = source.Model.GetRelationalModel().Tables.Where(t => t.Name == to.Name).ToList();
        var from = sameName.Find(t => t.Schema == to.Schema) ?? (sameName is [var only] ? only : null); // SQLite has no schemas
        return new(source, target, from ?? throw Missing($"table '{to.SchemaQualifiedName}'"), to);
    }

    /// <summary>Copies what is missing.</summary>
    /// <param name="report">Told after each batch how many rows of the table the target has.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>How many rows the table has.</returns>
    public async Task<long> RunAsync(Action<long> report, CancellationToken cancellationToken)
    {
        var done = await CountAsync(_target, Count(_writes, _to), cancellationToken).ConfigureAwait(false);
        if (await CountAsync(_source, Count(_reads, _from), cancellationToken).ConfigureAwait(false) is var there && done > there)
            throw await OfItsOwnAsync(done, there, cancellationToken).ConfigureAwait(false);

        long rows, copied, waiting;
        do
        {
            (rows, copied, waiting) = await PassAsync(count => report(done + count), cancellationToken).ConfigureAwait(false);
            done += copied;
        }
        while (waiting > 0 && copied > 0);

        if (waiting > 0)
            throw new InvalidOperationException($"{waiting:N0} of {rows:N0} rows of '{_to.Name}' were not copied: they refer to each other in a circle, or to rows that are not there. Set one reference of each circle to null meanwhile, or copy these rows yourself.");
        done = await CountAsync(_target, Count(_writes, _to), cancellationToken).ConfigureAwait(false);
        return done == rows ? rows
            : done > rows ? throw await OfItsOwnAsync(done, rows, cancellationToken).ConfigureAwait(false)
            : throw new InvalidOperationException($"'{_to.Name}' has {done:N0} rows in the target and {rows:N0} in the source: somebody deleted rows meanwhile. Copy again.");
    }

    private IEnumerable<IForeignKeyConstraint> OwnReferences => _to.ForeignKeyConstraints.Where(f => f.PrincipalTable == _to);

    private string Target => _writes.DelimitIdentifier(_to.Name, _to.Schema);

    private string Columns => string.Join(", ", _pairs.Select(p => _writes.DelimitIdentifier(p.To.Name)));

    /// <summary>Reads the source once.</summary>
    /// <returns>How many rows it has, how many of them were copied, and how many wait for others that they refer to.</returns>
    private async Task<(long Rows, long Copied, long Waiting)> PassAsync(Action<long> report, CancellationToken cancellationToken)
    {
        await using var select = NewCommand(_source);
        select.CommandText = $"SELECT {string.Join(", ", _pairs.Select(p => _reads.DelimitIdentifier(p.From.Name)))} FROM {_reads.DelimitIdentifier(_from.Name, _from.Schema)} ORDER BY {Names(_reads, _from.PrimaryKey!)}";
        await using var insert = NewCommand(_target);
        insert.CommandText = $"INSERT INTO {Batch} ({Columns}) VALUES ({string.Join(", ", _parameters)})";
        var columns = _pairs.Select((p, i) => new ColumnCopy(p.From, p.To, insert, _parameters[i])).ToArray();
        var (rows, copied, waiting) = (0L, 0L, 0L);
        var reader = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (await BatchAsync(reader, insert, columns, cancellationToken).ConfigureAwait(false) is { Read: > 0 } batch)
            {
                rows += batch.Read;
                waiting += batch.Waiting;
                report(copied += batch.Copied);
            }
        }

        return (rows, copied, waiting);
    }

    private async Task<(int Read, int Copied, long Waiting)> BatchAsync(DbDataReader reader, DbCommand insert, ColumnCopy[] columns, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            return default;
        await using var transaction = await _target.GetDbConnection().BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        insert.Transaction = transaction;
        await ExecuteAsync($"CREATE TEMPORARY TABLE {Batch} AS SELECT {Columns} FROM {Target} WHERE false", transaction, cancellationToken).ConfigureAwait(false);
        var read = 0;
        do
        {
            for (var i = 0; i < columns.Length; i++)
                columns[i].Copy(reader, i);
            try
            {
                await insert.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbException e) when (!e.IsTransient)
            {
                throw new InvalidOperationException($"The target refused the row of '{_to.Name}' with {Described(reader)}: {e.Message} Correct it in the source, or the column in the target, and copy again.", e);
            }
        }
        while (++read < BatchRows && await reader.ReadAsync(cancellationToken).ConfigureAwait(false));

        await RefuseOthersAsync(transaction, cancellationToken).ConfigureAwait(false);
        var copied = await InsertAsync(transaction, cancellationToken).ConfigureAwait(false);
        var waiting = 0L;
        if (OwnReferences.Any())
        {
            for (var inserted = copied; inserted > 0; copied += inserted)
                inserted = await InsertAsync(transaction, cancellationToken).ConfigureAwait(false);
            waiting = await CountAsync(_target, $"SELECT count(*) FROM {Batch} AS b WHERE {IsMissing}", cancellationToken, transaction).ConfigureAwait(false);
        }

        await ExecuteAsync($"DROP TABLE {Batch}", transaction, cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return (read, copied, waiting);
    }

    private async Task<int> InsertAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        try
        {
            return await ExecuteAsync(Insert, transaction, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e) when (e.SqlState?.StartsWith(ConstraintViolation, StringComparison.Ordinal) == true)
        {
            throw new InvalidOperationException($"The target refused a row of '{_to.Name}': {e.Message} Correct it in the source, or the constraint in the target, and copy again.", e);
        }
    }

    private string IsMissing => $"NOT EXISTS (SELECT 1 FROM {Target} AS t WHERE {Equal("t", "b", _to.PrimaryKey!.Columns, _to.PrimaryKey.Columns)})";

    // A row that refers to another row of the table is inserted once that one is there: by a later statement, or in a later pass. The other row is looked up by a scalar subquery: for EXISTS, PostgreSQL would read the whole table for each batch.
    private string Insert
        => $"INSERT INTO {Target} ({Columns}) {_rules.KeepingKeys}SELECT {Columns} FROM {Batch} AS b WHERE {IsMissing}"
            + string.Concat(OwnReferences.Select(f => $" AND ({string.Join(" OR ", f.Columns.Select(c => $"b.{_writes.DelimitIdentifier(c.Name)} IS NULL"))}"
                + $" OR ({Equal("b", "b", f.PrincipalColumns, f.Columns)}) OR (SELECT 1 FROM {Target} AS t WHERE {Equal("t", "b", f.PrincipalColumns, f.Columns)}) IS NOT NULL)"))
            + $" ORDER BY {Names(_writes, _to.PrimaryKey!)}";

    /// <summary>Throws where the target has a row with a key of the batch that differs from the batch's.</summary>
    private async Task RefuseOthersAsync(DbTransaction transaction, CancellationToken cancellationToken)
    {
        var key = _to.PrimaryKey!.Columns;
        var different = string.Join(' ', _pairs.Select((p, i) => string.Create(
            CultureInfo.InvariantCulture, $"WHEN {Exact("b", p.To)} IS DISTINCT FROM {Exact("t", p.To)} THEN {i}")));
        await using var command = NewCommand(_target);
        command.Transaction = transaction;
        command.CommandText = $"SELECT * FROM (SELECT {string.Join(", ", key.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $"CAST(b.{_writes.DelimitIdentifier(c.Name)} AS text) AS k{i}")))}, CASE {different} END AS d "
            + $"FROM {Batch} AS b JOIN {Target} AS t ON {Equal("t", "b", key, key)}) AS c WHERE d IS NOT NULL LIMIT 1";
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                return;
            var column = _pairs[Convert.ToInt32(reader.GetValue(key.Count), CultureInfo.InvariantCulture)].To.Name;
            throw new InvalidOperationException(
                $"The row of '{_to.Name}' with {Describe(key, reader)} has another '{column}' in the target than in the source: it is the target's own, or somebody wrote to one of them meanwhile. Delete it in the target, or make both alike, and copy again.");
        }
    }

    /// <summary>The exception where the target has more rows than the source; it names one that only the target has.</summary>
    private async Task<InvalidOperationException> OfItsOwnAsync(long there, long rows, CancellationToken cancellationToken)
    {
        var key = _to.PrimaryKey!.Columns;
        await using var select = NewCommand(_target);
        select.CommandText = $"SELECT {Names(_writes, _to.PrimaryKey)} FROM {Target} ORDER BY {Names(_writes, _to.PrimaryKey)}";
        await using var find = NewCommand(_source);
        var names = key.Select((_, i) => _reads.GenerateParameterName(string.Create(CultureInfo.InvariantCulture, $"p{i}"))).ToArray();
        var columns = key.Select((c, i) => new ColumnCopy(c, _from.FindColumn(c.Name)!, find, names[i])).ToArray();
        find.CommandText = $"SELECT count(*) FROM {_reads.DelimitIdentifier(_from.Name, _from.Schema)} WHERE {string.Join(" AND ", key.Select((c, i) => $"{_reads.DelimitIdentifier(c.Name)} = {names[i]}"))}";
        var which = "";
        var reader = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            while (which.Length == 0 && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                for (var i = 0; i < columns.Length; i++)
                    columns[i].Copy(reader, i);
                if (Convert.ToInt64(await find.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture) == 0)
                    which = $", such as the one with {Describe(key, reader)}";
            }
        }

        return new InvalidOperationException(
            $"'{_to.Name}' has {there:N0} rows in the target and {rows:N0} in the source: the target holds rows of its own{which}. Delete them, and copy again.");
    }

    // PostgreSQL keeps a row version in a system column, which nobody can write.
    private static bool IsRowVersion(IColumn column) => column is { Name: "xmin", StoreType: "xid" };

    private static bool IsRowVersion(IColumn to, ITable from)
    {
        var properties = to.PropertyMappings.Select(m => m.Property.Name).ToList();
        if (from.FindColumn(to.Name) is not null || !from.Columns.Any(c => IsRowVersion(c) && c.PropertyMappings.Any(m => properties.Contains(m.Property.Name))))
            return false;
        return to.IsNullable || to.DefaultValue is not null || to.DefaultValueSql is not null
            ? true
            : throw new NotSupportedException($"'{to.Table.Name}.{to.Name}' is a row version, which the source keeps in 'xmin' and the target must make itself. Give the column a default value there.");
    }

    private string Exact(string alias, IColumn column) => _rules.Exactly($"{alias}.{_writes.DelimitIdentifier(column.Name)}");

    private string Equal(string alias, string other, IReadOnlyList<IColumn> columns, IReadOnlyList<IColumn> others)
        => string.Join(" AND ", columns.Zip(others, (a, b) => $"{alias}.{_writes.DelimitIdentifier(a.Name)} = {other}.{_writes.DelimitIdentifier(b.Name)}"));

    private static string Names(ISqlGenerationHelper sql, IPrimaryKeyConstraint key) => string.Join(", ", key.Columns.Select(c => sql.DelimitIdentifier(c.Name)));

    // A row of the source.
    private string Described(DbDataReader row)
        => string.Join(", ", _pairs.Select((p, i) => (p.To, i)).Where(p => _to.PrimaryKey!.Columns.Contains(p.To)).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.To.Name} = {row.GetValue(p.i)}")));

    private static string Describe(IReadOnlyList<IColumn> key, DbDataReader reader)
        => string.Join(", ", key.Select((c, i) => string.Create(CultureInfo.InvariantCulture, $"{c.Name} = {reader.GetValue(i)}")));

    private static string Count(ISqlGenerationHelper sql, ITable table) => $"SELECT count(*) FROM {sql.DelimitIdentifier(table.Name, table.Schema)}";

    private async Task<int> ExecuteAsync(string sql, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = NewCommand(_target);
        command.Transaction = transaction;
        command.CommandText = sql;
        return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<long> CountAsync(DatabaseFacade database, string sql, CancellationToken cancellationToken, DbTransaction? transaction = null)
    {
        await using var command = NewCommand(database);
        if (transaction is not null)
            command.Transaction = transaction; // else the application's, if there is one: the connection has set it
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }

    private static DbCommand NewCommand(DatabaseFacade database)
    {
        var command = database.GetDbConnection().CreateCommand();
        command.CommandTimeout = database.GetCommandTimeout() ?? command.CommandTimeout;
        return command;
    }

    private static InvalidOperationException Missing(string what) => new($"The source has no {what}, which the target has. Both contexts need the same model.");
}
