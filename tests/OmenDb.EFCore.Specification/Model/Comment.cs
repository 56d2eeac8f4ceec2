namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity whose vector may be missing.</summary>
public class Comment
{
    public int Id { get; set; }

    public int ArticleId { get; set; }

    public Article? Article { get; set; }

    public string Text { get; set; } = "";

    public int Stars { get; set; }

    [Vector(8), VectorIndex(Metric = VectorMetric.Euclidean)]
    public float[]? Mood { get; set; }
}
