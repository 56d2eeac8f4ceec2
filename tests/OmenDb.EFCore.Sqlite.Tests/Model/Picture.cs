namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Picture
{
    public string Title { get; set; } = "";

    [Vector(4), VectorIndex]
    public ReadOnlyMemory<float> Vector { get; set; }
}
