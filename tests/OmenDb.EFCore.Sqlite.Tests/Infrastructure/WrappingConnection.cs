using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>A connection around SQLite's own, as profilers make one.</summary>
internal sealed class WrappingConnection(string connectionString) : DbConnection
{
    private readonly SqliteConnection _wrapped = new(connectionString);

    [AllowNull]
    public override string ConnectionString
    {
        get => _wrapped.ConnectionString;
        set => _wrapped.ConnectionString = value;
    }

    public override string Database => _wrapped.Database;

    public override string DataSource => _wrapped.DataSource;

    public override string ServerVersion => _wrapped.ServerVersion;

    public override ConnectionState State => _wrapped.State;

    public override void ChangeDatabase(string databaseName) => _wrapped.ChangeDatabase(databaseName);

    public override void Open() => _wrapped.Open();

    public override void Close() => _wrapped.Close();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => new Transaction(this, _wrapped.BeginTransaction(isolationLevel));

    protected override DbCommand CreateDbCommand() => new Command(this, _wrapped.CreateCommand());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _wrapped.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Transaction(WrappingConnection connection, SqliteTransaction wrapped) : DbTransaction
    {
        public SqliteTransaction Wrapped { get; } = wrapped;

        public override IsolationLevel IsolationLevel => Wrapped.IsolationLevel;

        protected override DbConnection DbConnection => connection;

        public override void Commit() => Wrapped.Commit();

        public override void Rollback() => Wrapped.Rollback();

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                Wrapped.Dispose();
            base.Dispose(disposing);
        }
    }

    private sealed class Command(WrappingConnection connection, SqliteCommand wrapped) : DbCommand
    {
        private Transaction? _transaction;

        [AllowNull]
        public override string CommandText
        {
            get => wrapped.CommandText;
            set => wrapped.CommandText = value;
        }

        public override int CommandTimeout
        {
            get => wrapped.CommandTimeout;
            set => wrapped.CommandTimeout = value;
        }

        public override CommandType CommandType
        {
            get => wrapped.CommandType;
            set => wrapped.CommandType = value;
        }

        public override bool DesignTimeVisible { get; set; }

        public override UpdateRowSource UpdatedRowSource { get; set; }

        protected override DbConnection? DbConnection { get; set; } = connection;

        protected override DbParameterCollection DbParameterCollection => wrapped.Parameters;

        protected override DbTransaction? DbTransaction
        {
            get => _transaction;
            set => wrapped.Transaction = (_transaction = (Transaction?)value)?.Wrapped;
        }

        public override void Cancel() => wrapped.Cancel();

        public override int ExecuteNonQuery() => wrapped.ExecuteNonQuery();

        public override object? ExecuteScalar() => wrapped.ExecuteScalar();

        public override void Prepare() => wrapped.Prepare();

        protected override DbParameter CreateDbParameter() => wrapped.CreateParameter();

        protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => wrapped.ExecuteReader(behavior);

        protected override void Dispose(bool disposing)
        {
            if (disposing)
                wrapped.Dispose();
            base.Dispose(disposing);
        }
    }
}
