using ApiSearch.Embeddings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OmenDb.EFCore;

namespace ApiSearch.Data;

public sealed class ApiSearchContext(DbContextOptions<ApiSearchContext> options, IOptions<EmbeddingOptions> embedding) : DbContext(options)
{
    public DbSet<ApiMember> Members => Set<ApiMember>();

    public DbSet<IngestionRecord> Ingestions => Set<IngestionRecord>();

    public DbSet<MapRecord> Maps => Set<MapRecord>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        if (Database.IsNpgsql())
            modelBuilder.HasDefaultSchema(SchemaVersion.PostgresSchema);
        modelBuilder.Entity<ApiMember>(member =>
        {
            member.Property(m => m.Kind).HasConversion<string>();
            member.HasIndex(m => m.DocumentationId).IsUnique();
            // In front of a search these say which rows may be found; counting reads nothing else.
            member.HasIndex(m => new { m.Kind, m.Assembly, m.Namespace });
            member.HasIndex(m => new { m.Assembly, m.Namespace });
            member.HasIndex(m => m.Namespace);

            // [Vector(384)] on the property would do; here the number of dimensions is a setting.
            member.Property(m => m.Embedding).IsVector(embedding.Value.Dimensions);
            member.HasVectorIndex(m => m.Embedding).HasMetric(VectorMetric.Cosine);
        });
    }
}
