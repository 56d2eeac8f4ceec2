#pragma warning disable EF1001 // where Npgsql makes its connections
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.Internal;
using Npgsql.EntityFrameworkCore.PostgreSQL.Storage.Internal;

namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>A context's connection. One whose string was set later (<c>SetConnectionString</c>, a database for each tenant) comes from the data source of that string, too, which knows vectors; Npgsql would make it without one.</summary>
internal sealed class VectorRelationalConnection : NpgsqlRelationalConnection
{
    private readonly NpgsqlDataSourceManager _dataSources;

    public VectorRelationalConnection(RelationalConnectionDependencies dependencies, NpgsqlDataSourceManager dataSources, IDbContextOptions options)
        : base(dependencies, dataSources, options)
        => _dataSources = dataSources;

    protected override DbConnection CreateDbConnection()
        => DataSource is null && Dependencies.ContextOptions.FindExtension<NpgsqlOptionsExtension>() is { DataSource: null, Connection: null } extension
            ? _dataSources.GetDataSource((NpgsqlOptionsExtension)extension.WithConnectionString(GetValidatedConnectionString()), applicationServiceProvider: null)!.CreateConnection()
            : base.CreateDbConnection();
}
