using ApiSearch.Corpus;
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

/// <summary>One documented member of the .NET libraries, or one section of a text, with the vector of what it says.</summary>
public sealed class ApiMember
{
    public int Id { get; set; }

    public required string DocumentationId { get; set; }

    public required string Name { get; set; }

    public required MemberKind Kind { get; set; }

    public required string Namespace { get; set; }

    public required string Assembly { get; set; }

    public required string Summary { get; set; }

    /// <summary>Changes when anything that was read does, so that a later start embeds only what changed.</summary>
    public required long ContentHash { get; set; }

    /// <summary>Null when the text has no word that the model knows: such a row is stored, and never found.</summary>
    public ReadOnlyMemory<float>? Embedding { get; set; }
}

/// <summary>What the database holds: one row, written before the first member and marked when the last one is there.</summary>
public sealed class IngestionRecord
{
    public int Id { get; set; }

    /// <summary>Which files were read; another SDK has another fingerprint.</summary>
    public required string Fingerprint { get; set; }

    /// <summary>For people: the reference packs and their versions.</summary>
    public required string Source { get; set; }

    /// <summary>What made the vectors. Vectors of two models do not compare.</summary>
    public required string Embedding { get; set; }

    /// <summary>The learned model, where the embedding is one that is learned.</summary>
    public byte[]? Model { get; set; }

    public int Members { get; set; }

    /// <summary>Null while it goes on, and after an interruption.</summary>
    public DateTime? CompletedAt { get; set; }
}

/// <summary>The map as the page draws it, kept so that it is computed once.</summary>
public sealed class MapRecord
{
    public int Id { get; set; }

    /// <summary>The ingestion that it shows.</summary>
    public required DateTime Of { get; set; }

    public required byte[] Points { get; set; }
}
