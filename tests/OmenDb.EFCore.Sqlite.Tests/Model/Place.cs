namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Place
{
    public int Id { get; set; }

    public int Rank { get; set; }

    [Vector(16)]
    public float[] Position { get; set; } = [];
}
