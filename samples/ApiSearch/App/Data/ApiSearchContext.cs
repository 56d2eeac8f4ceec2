using ApiSearch.Embeddings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OmenDb.EFCore;

namespace ApiSearch.Data;

public sealed class ApiSearchContext(DbContextOptions<ApiSearchContext> options, IOptions<EmbeddingOptions> embedding) : DbContext(options)
{
    public DbSet<ApiMember> Members => Set<ApiMember>();

    public DbSet<IngestionRecord> Ingestions => Set<IngestionRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<ApiMember>(member =>
        {
            member.Property(m => m.Kind).HasConversion<string>();
            member.HasIndex(m => m.Kind);
            member.HasIndex(m => m.Assembly);

            // [Vector(384)] on the property would do; here the number of dimensions is a setting.
            member.Property(m => m.Embedding).IsVector(embedding.Value.Dimensions);
            member.HasVectorIndex(m => m.Embedding).HasMetric(VectorMetric.Cosine);
        });
    }
}
