namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity with a key of three columns.</summary>
public class Cell
{
    public string Sheet { get; set; } = "";

    public int Row { get; set; }

    public int Column { get; set; }

    [Vector(4), VectorIndex]
    public float[] Vector { get; set; } = [];
}
