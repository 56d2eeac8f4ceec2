using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OmenDb.EFCore;

namespace OmenDb.Benchmarks.Model;

/// <summary>One table of vectors, whose length and metric are known at run time only.</summary>
internal sealed class BenchmarkContext(string path, int dimensions, VectorMetric metric, VectorIndexStorage storage, double? targetRecall) : DbContext
{
    public DbSet<Row> Rows => Set<Row>();

    public int Dimensions => dimensions;

    public VectorMetric Metric => metric;

    public VectorIndexStorage Storage => storage;

    /// <summary>What is asked of the index; null for the default.</summary>
    public double? TargetRecall => targetRecall;

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
            var index = row.HasVectorIndex(r => r.Vector).HasMetric(metric).HasStorage(storage);
            if (targetRecall is { } recall)
                index.HasTargetRecall(recall);
        });
}
