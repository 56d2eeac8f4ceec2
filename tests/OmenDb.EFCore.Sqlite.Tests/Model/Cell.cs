namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Cell
{
    public string Sheet { get; set; } = "";

    public int Row { get; set; }

    public int Column { get; set; }

    [Vector(4)]
    public float[] Vector { get; set; } = [];
}
