using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.Crash.Tests.Model;

/// <summary>The database that is worked on. Its two variants differ in a column's default, which SQLite changes only by building the table anew.</summary>
public sealed class CrashContext(DbContextOptions<CrashContext> options, bool isVariant = false) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();

    internal bool IsVariant => isVariant;

    internal IVectorIndex Index => Database.VectorIndex<Item>(i => i.Embedding);

    internal static DbContextOptionsBuilder<CrashContext> Options(string path)
        => new DbContextOptionsBuilder<CrashContext>().UseSqlite($"Data Source={path}", sqlite => sqlite.UseOmenDb()).ReplaceService<IModelCacheKeyFactory, ModelByVariant>();

    /// <summary>Does to the database what a migration to this variant would; also where one like it was killed half-way.</summary>
    internal async Task MigrateAsync(CrashContext from)
    {
        await Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS ef_temp_Items");
        var operations = this.GetService<IMigrationsModelDiffer>().GetDifferences(Relational(from), Relational(this));
        var commands = this.GetService<IMigrationsSqlGenerator>().Generate(operations, this.GetService<IDesignTimeModel>().Model);
        await this.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(commands, this.GetService<IRelationalConnection>());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Item>().ToTable("Items").Property(i => i.Extra).HasDefaultValue(isVariant ? 7 : 3);

    private static IRelationalModel Relational(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();
}
