namespace OmenDb.EFCore.Specification.Model;

public class Square : Shape
{
    public double Side { get; set; }

    [Vector(4), VectorIndex]
    public ReadOnlyMemory<float> Vector { get; set; }
}
