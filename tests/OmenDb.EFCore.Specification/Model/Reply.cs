namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity behind a query filter over what it refers to.</summary>
public class Reply
{
    public int Id { get; set; }

    public int AuthorId { get; set; }

    public Author Author { get; set; } = null!;

    public string Text { get; set; } = "";

    [Vector(4), VectorIndex]
    public float[] Vector { get; set; } = [];
}
