using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.Moving.Internal;

/// <summary>Copies one table in the order of its key, a transaction for each batch. As many rows as the target has already are passed over.</summary>
internal sealed class TableCopy
{
    private const int BatchRows = 1_000;

    private readonly DbConnection _source;
    private readonly DbConnection _target;
    private readonly string _name;
    private readonly string[] _columns;
    private readonly (IColumn From, IColumn To)[] _pairs;
    private readonly string _select;
    private readonly string _insert;
    private readonly string _countSource;
    private readonly string _countTarget;

    private TableCopy(DbContext source, DbContext target, ITable from, ITable to)
    {
        if (to.PrimaryKey is null)
            throw new NotSupportedException($"'{to.Name}' has no primary key, so an interrupted copy of it could not go on. Copy it yourself.");
        _source = source.Database.GetDbConnection();
        _target = target.Database.GetDbConnection();
        _name = to.Name;
        _pairs = [.. to.Columns.Where(c => c.ComputedColumnSql is null).Select(c => (from.FindColumn(c.Name) ?? throw Missing($"column '{to.Name}.{c.Name}'"), c))];

        var (reads, writes) = (source.GetService<ISqlGenerationHelper>(), target.GetService<ISqlGenerationHelper>());
        var (fromTable, toTable) = (reads.DelimitIdentifier(from.Name, from.Schema), writes.DelimitIdentifier(to.Name, to.Schema));
        _columns = [.. _pairs.Select((_, i) => writes.GenerateParameterName(string.Create(CultureInfo.InvariantCulture, $"p{i}")))];
        _select = $"SELECT {string.Join(", ", _pairs.Select(p => reads.DelimitIdentifier(p.From.Name)))} FROM {fromTable} ORDER BY {string.Join(", ", from.PrimaryKey!.Columns.Select(c => reads.DelimitIdentifier(c.Name)))}";
        _insert = $"INSERT INTO {toTable} ({string.Join(", ", _pairs.Select(p => writes.DelimitIdentifier(p.To.Name)))}) VALUES ({string.Join(", ", _columns)})";
        _countSource = $"SELECT count(*) FROM {fromTable}";
        _countTarget = $"SELECT count(*) FROM {toTable}";
    }

    public static TableCopy Create(DbContext source, DbContext target, ITable to)
        => new(source, target, source.Model.GetRelationalModel().Tables.FirstOrDefault(t => t.Name == to.Name) ?? throw Missing($"table '{to.Name}'"), to);

    /// <summary>Copies what is missing.</summary>
    /// <param name="report">Told after each batch how many rows of the table the target has.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    /// <returns>How many rows the table has.</returns>
    public async Task<long> RunAsync(Action<long> report, CancellationToken cancellationToken)
    {
        var (rows, done) = (await CountAsync(_source, _countSource, cancellationToken).ConfigureAwait(false), await CountAsync(_target, _countTarget, cancellationToken).ConfigureAwait(false));
        if (done > rows)
            throw new InvalidOperationException($"'{_name}' has {done:N0} rows in the target and {rows:N0} in the source: the target holds rows of its own. Copy into tables that are empty.");

        await using var select = _source.CreateCommand();
        select.CommandText = _select;
        await using var insert = _target.CreateCommand();
        insert.CommandText = _insert;
        var columns = _pairs.Select((p, i) => new ColumnCopy(p.From, p.To, insert, _columns[i])).ToArray();
        var reader = await select.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            for (var passed = 0L; passed < done; passed++)
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            while (await BatchAsync(reader, insert, columns, cancellationToken).ConfigureAwait(false) is > 0 and var copied)
                report(done += copied);
        }

        if (await CountAsync(_target, _countTarget, cancellationToken).ConfigureAwait(false) is var there && there != rows)
            throw new InvalidOperationException($"'{_name}' has {there:N0} rows in the target and had {rows:N0} in the source: somebody wrote to one of them meanwhile.");
        return rows;
    }

    private async Task<int> BatchAsync(DbDataReader reader, DbCommand insert, ColumnCopy[] columns, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var transaction = await _target.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        insert.Transaction = transaction;
        var count = 0;
        for (; count < BatchRows && await reader.ReadAsync(cancellationToken).ConfigureAwait(false); count++)
        {
            for (var i = 0; i < columns.Length; i++)
                columns[i].Copy(reader, i);
            await insert.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }

        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    private static async Task<long> CountAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false), CultureInfo.InvariantCulture);
    }

    private static InvalidOperationException Missing(string what) => new($"The source has no {what}, which the target has. Both contexts need the same model.");
}
