namespace OmenDb.EFCore.Sqlite.Tests.Model;

/// <summary>The row that most tests write and search; columns and nothing else, so that SQL writes it, too.</summary>
public class LibraryArticle
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public int Category { get; set; }

    public string? Slug { get; set; }

    [Vector(8), VectorIndex]
    public ReadOnlyMemory<float> Embedding { get; set; }

    public List<LibraryComment> Comments { get; set; } = [];
}
