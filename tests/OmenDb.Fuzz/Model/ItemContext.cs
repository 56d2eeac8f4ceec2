using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OmenDb.EFCore;

namespace OmenDb.Fuzz.Model;

/// <summary>Items in one SQLite file.</summary>
internal sealed class ItemContext(DbContextOptions<ItemContext> options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();

    public IVectorIndex Index => Database.VectorIndex<Item>(i => i.Vector);

    public static DbContextOptions<ItemContext> Options(string path) => new DbContextOptionsBuilder<ItemContext>()
        .UseSqlite(new SqliteConnectionStringBuilder { DataSource = path }.ToString(), sqlite => sqlite.UseOmenDb())
        .Options;
}
