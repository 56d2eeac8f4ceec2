namespace OmenDb.EFCore.Specification.Model;

/// <summary>The base of a hierarchy with a table for each concrete type.</summary>
public abstract class Shape
{
    public int Id { get; set; }

    [Vector(4), VectorIndex]
    public ReadOnlyMemory<float> Vector { get; set; }
}
