namespace OmenDb.EFCore.Specification.Model;

/// <summary>An owned part with a vector.</summary>
public class Profile
{
    public string Name { get; set; } = "";

    [Vector(4), VectorIndex]
    public float[] Vector { get; set; } = [];
}
