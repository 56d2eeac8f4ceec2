using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Model;

/// <summary>The same table on PostgreSQL, with a vector index or without.</summary>
internal sealed class PostgresContext(string connectionString, int dimensions, VectorMetric metric, bool indexed) : DbContext
{
    public DbSet<Row> Rows => Set<Row>();

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder
            .UseNpgsql(connectionString, npgsql => npgsql.UseOmenDb().CommandTimeout(0))
            .ReplaceService<IModelCacheKeyFactory, KeyFactory>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Row>(row =>
        {
            row.ToTable("Rows").HasIndex(r => r.Share);
            row.Property(r => r.Vector).IsVector(dimensions);
            if (indexed)
                row.HasVectorIndex(r => r.Vector).HasMetric(metric);
        });

    private (int Dimensions, VectorMetric Metric, bool Indexed) Shape => (dimensions, metric, indexed);

    private sealed class KeyFactory : IModelCacheKeyFactory
    {
        public object Create(DbContext context, bool designTime) => (((PostgresContext)context).Shape, designTime);
    }
}
