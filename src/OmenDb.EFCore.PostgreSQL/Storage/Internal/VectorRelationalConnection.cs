#pragma warning disable EF1001 // where Npgsql makes its connections
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal;

namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>A context's connection. One whose string was set later (<c>SetConnectionString</c>, a database for each tenant) comes from the data source of that string, too, which knows vectors; Npgsql would make it without one.</summary>
internal sealed class VectorRelationalConnection : NpgsqlRelationalConnection, INpgsqlRelationalConnection
{
    private readonly NpgsqlDataSourceManager _dataSources;
    private DbDataSource? _later;
    private bool _isGiven;

    public VectorRelationalConnection(RelationalConnectionDependencies dependencies, NpgsqlDataSourceManager dataSources, IDbContextOptions options)
        : base(dependencies, dataSources, options)
    {
        _dataSources = dataSources;
        _isGiven = Options is { Connection: not null };
    }

    // Its pool is to be cleared when the database is deleted.
    DbDataSource? INpgsqlRelationalConnection.DataSource => DataSource ?? _later;

    // A connection loses its data source when it is given another string, as a pooled context's is: it is left, and another made.
    public override string? ConnectionString
    {
        get => base.ConnectionString;
        set
        {
            if (!_isGiven)
                SetDbConnection(null, contextOwnsConnection: true);
            base.ConnectionString = value;
        }
    }

    private NpgsqlOptionsExtension? Options => Dependencies.ContextOptions.FindExtension<NpgsqlOptionsExtension>();

    public override void SetDbConnection(DbConnection? value, bool contextOwnsConnection)
    {
        base.SetDbConnection(value, contextOwnsConnection);
        (_isGiven, _later) = (value is not null, null);
    }

    protected override DbConnection CreateDbConnection()
    {
        if (DataSource is null && Options is { DataSource: null, Connection: null } options)
            _later = _dataSources.GetDataSource((NpgsqlOptionsExtension)options.WithConnectionString(GetValidatedConnectionString()), applicationServiceProvider: null);
        return _later?.CreateConnection() ?? base.CreateDbConnection();
    }
}
