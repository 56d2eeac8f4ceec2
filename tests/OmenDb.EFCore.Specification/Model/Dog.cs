namespace OmenDb.EFCore.Specification.Model;

public class Dog : Animal
{
    [Vector(4), VectorIndex(Metric = VectorMetric.Euclidean)]
    public ReadOnlyMemory<float>? Bark { get; set; }
}
