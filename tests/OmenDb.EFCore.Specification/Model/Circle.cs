namespace OmenDb.EFCore.Specification.Model;

public class Circle : Shape
{
    public double Radius { get; set; }

    [Vector(4), VectorIndex]
    public ReadOnlyMemory<float> Vector { get; set; }
}
