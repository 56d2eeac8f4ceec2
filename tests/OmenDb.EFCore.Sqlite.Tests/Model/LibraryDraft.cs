namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class LibraryDraft
{
    public int Id { get; set; }

    public int? AuthorId { get; set; }

    public LibraryAuthor? Author { get; set; }

    [Vector(8), VectorIndex(Metric = VectorMetric.Euclidean)]
    public float[]? Sketch { get; set; }
}
