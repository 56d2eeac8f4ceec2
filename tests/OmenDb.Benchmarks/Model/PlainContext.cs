using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore;

namespace OmenDb.Benchmarks.Model;

/// <summary>The same table without the extension: a converter puts the same bytes into the column.</summary>
internal sealed class PlainContext(string path) : DbContext
{
    protected override void OnConfiguring(DbContextOptionsBuilder optionsBuilder) => optionsBuilder.UseSqlite($"Data Source={path};Pooling=False");

    protected override void OnModelCreating(ModelBuilder modelBuilder)
        => modelBuilder.Entity<Row>(row =>
        {
            row.ToTable("Rows").HasIndex(r => r.Share);
            row.Property(r => r.Vector).HasConversion(v => ToBytes(v), b => ToVector(b));
        });

    private static byte[] ToBytes(ReadOnlyMemory<float> vector) => MemoryMarshal.AsBytes(vector.Span).ToArray();

    private static ReadOnlyMemory<float> ToVector(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();
}
