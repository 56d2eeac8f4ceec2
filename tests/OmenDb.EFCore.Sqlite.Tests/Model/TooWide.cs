namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class TooWide
{
    public int Id { get; set; }

    [Vector(16_001)]
    public float[] Vector { get; set; } = [];
}
