using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

internal sealed class VectorDataSourcePlugin : INpgsqlDataSourceConfigurationPlugin
{
    public void Configure(NpgsqlDataSourceBuilder npgsqlDataSourceBuilder) => npgsqlDataSourceBuilder.UseOmenDb();
}
