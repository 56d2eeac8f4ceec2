using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Model;

/// <summary>One table of vectors, whose length and metric are known at run time only.</summary>
internal sealed class BenchmarkContext(string path, int dimensions, VectorMetric metric, VectorIndexStorage storage) : DbContext
{
    public DbSet<Row> Rows => Set<Row>();

    public int Dimensions => dimensions;

    public VectorMetric Metric => metric;

    public VectorIndexStorage Storage => storage;

    public IVectorIndex Index => Database.VectorIndex<Row>(r => r.Vector);

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
        => optionsBuilder
            .UseSqlite($"Data Source={path}", sqlite => sqlite.UseOmenDb())
            .ReplaceService<IModelCacheKeyFactory, BenchmarkModelCacheKeyFactory>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Row>(row =>
        {
            row.HasIndex(r => r.Share);
            row.Property(r => r.Vector).IsVector(dimensions);
            row.HasVectorIndex(r => r.Vector).HasMetric(metric).HasStorage(storage);
        });
}
