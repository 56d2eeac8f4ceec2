namespace OmenDb.EFCore.Specification.Model;

/// <summary>The entity that most queries search: one indexed vector, and everything around it that a query may touch.</summary>
public class Article
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public string? Subtitle { get; set; }

    public Category Category { get; set; }

    public double Rating { get; set; }

    public DateOnly Published { get; set; }

    public int? AuthorId { get; set; }

    public Author? Author { get; set; }

    public Origin Origin { get; set; } = new();

    public Format Format { get; set; } = new();

    public List<Comment> Comments { get; set; } = [];

    public List<Tag> Tags { get; set; } = [];

    [Vector(8), VectorIndex]
    public ReadOnlyMemory<float> Embedding { get; set; }
}
