using Microsoft.EntityFrameworkCore;
using OmenDb.EFCore.Specification.Model;

namespace OmenDb.EFCore.Design.Tests;

/// <summary>What a database holds that is then scaffolded: keys and vectors of several types, every metric, names that need quoting.</summary>
public class ScaffoldingContext(DbContextOptions<ScaffoldingContext> options) : DbContext(options)
{
    public const string OddTable = "Odd \"Table\" /* of '16' */";
    public const string OddColumn = "The \"Vector\"";

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Photo>().ToTable("Photos").HasVectorIndex(p => p.Colors).HasStorage(VectorIndexStorage.Compact);
        modelBuilder.Entity<Compact>().ToTable("Compacts");
        modelBuilder.Entity<Cell>().ToTable("Cells").HasKey(c => new { c.Sheet, c.Row, c.Column });
        modelBuilder.Entity<Numbered<int>>(keyed =>
        {
            keyed.ToTable(OddTable);
            keyed.Property(k => k.Vector).HasColumnName(OddColumn);
        });
    }
}
