namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity with a vector that has no index.</summary>
public class Author
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public string Country { get; set; } = "";

    [Vector(8)]
    public float[] Style { get; set; } = [];

    public List<Article> Articles { get; set; } = [];
}
