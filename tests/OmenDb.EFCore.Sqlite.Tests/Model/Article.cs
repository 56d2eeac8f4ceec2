namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Article
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public int Category { get; set; }

    public string? Slug { get; set; }

    [Vector(8), VectorIndex]
    public ReadOnlyMemory<float> Embedding { get; set; }

    public List<Comment> Comments { get; set; } = [];
}
