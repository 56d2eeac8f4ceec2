using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Sqlite.Metadata.Internal;
using SQLitePCL;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>One prepared INSERT for the entities of one type. Nothing is tracked.</summary>
internal sealed class EntityInsert : IDisposable
{
    private readonly SqliteCommand _command;
    private readonly ColumnValue[] _columns;
    private readonly BatchDependents _dependents;
    private readonly BatchColumn? _rowId;
    private readonly sqlite3 _database;
    private readonly List<object>? _numbered;

    public EntityInsert(DbContext context, IEntityType entityType, bool isHeld)
    {
        _numbered = isHeld ? [] : null;
        _dependents = new BatchDependents(entityType);
        var table = StoreObjectIdentifier.Create(entityType, StoreObjectType.Table)!.Value;
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        _database = connection.Handle!;
        _command = connection.CreateCommand();
        _command.Transaction = (SqliteTransaction?)context.Database.CurrentTransaction?.GetDbTransaction();
        _columns = [.. BatchColumn.All(context, entityType, p => p.IsPrimaryKey() && p.FindContainingPrimaryKey()!.Properties.Count == 1).Select((c, i) => new ColumnValue(c, _command, $"$p{i}"))];
        _rowId = _columns.SingleOrDefault(c => c.Column.IsMade)?.Column;

        var names = _columns.Select(c => LedgerSql.Quote(c.Column.Name));
        var values = _columns.Select(c => c.Parameter.ParameterName);
        _command.CommandText = $"INSERT INTO {LedgerSql.Quote(table.Name)} ({string.Join(", ", names)}) VALUES ({string.Join(", ", values)})";
    }

    public void Execute(object entity)
    {
        _dependents.Refuse(entity);
        foreach (var column in _columns)
            column.Read(entity);
        _command.ExecuteNonQuery();
        if (_rowId?.IsMissing(entity) != true)
            return;
        _rowId.SetMade(entity, raw.sqlite3_last_insert_rowid(_database));
        _numbered?.Add(entity);
    }

    /// <summary>Takes the numbers back from the entities: other rows will get them.</summary>
    public void Undo() => _numbered?.ForEach(e => _rowId!.Unset(e));

    public void Dispose() => _command.Dispose();
}
