using Microsoft.EntityFrameworkCore;
using OmenDb.EFCore.Specification.Model;

namespace OmenDb.EFCore.Design.Tests;

/// <summary>What a user's project would have: vectors of several types, indexes of several metrics.</summary>
public class DesignContext : DbContext
{
    public DesignContext()
    {
    }

    public DesignContext(DbContextOptions<DesignContext> options)
        : base(options)
    {
    }

    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder)
    {
        if (!optionsBuilder.IsConfigured)
            optionsBuilder.UseSqlite("Data Source=:memory:", sqlite => sqlite.UseOmenDb());
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Photo>();
        modelBuilder.Entity<Compact>();
        modelBuilder.Entity<Author>().Ignore(a => a.Articles);
        modelBuilder.Entity<Cell>(cell =>
        {
            cell.HasKey(c => new { c.Sheet, c.Row, c.Column });
            cell.HasVectorIndex(c => c.Vector).HasStorage(VectorIndexStorage.Compact).HasTargetRecall(0.95);
        });
    }
}
