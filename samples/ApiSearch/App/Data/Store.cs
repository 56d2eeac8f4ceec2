using Microsoft.EntityFrameworkCore;

namespace ApiSearch.Data;

/// <summary>Which database: a file of SQLite's, or the PostgreSQL server that <c>ConnectionStrings:Postgres</c> names. The model and the queries are the same.</summary>
public static class Store
{
    public static DbContextOptionsBuilder UseStore(this DbContextOptionsBuilder options, IConfiguration configuration)
        => configuration.GetConnectionString("Postgres") is { Length: > 0 } server
            ? options.UseNpgsql(server, postgres => postgres.UseOmenDb())
            : options.UseSqlite($"Data Source={DatabaseFile.PathOf(configuration)}", sqlite => sqlite.UseOmenDb());
}
