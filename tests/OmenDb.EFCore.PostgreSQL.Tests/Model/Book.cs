namespace OmenDb.EFCore.PostgreSQL.Tests.Model;

public class Book
{
    public int Id { get; set; }

    public string Title { get; set; } = "";

    public int Shelf { get; set; }

    [Vector(8), VectorIndex]
    public float[]? Vector { get; set; }
}
