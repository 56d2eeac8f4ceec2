namespace OmenDb.EFCore.Specification.Model;

/// <summary>The base of a hierarchy with a table for each type.</summary>
public class Vehicle
{
    public int Id { get; set; }

    [Vector(4), VectorIndex]
    public ReadOnlyMemory<float> Vector { get; set; }
}
