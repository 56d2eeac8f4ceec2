namespace OmenDb.EFCore.Specification.Model;

/// <summary>A complex part with a vector.</summary>
public class Look
{
    public string Color { get; set; } = "";

    [Vector(4), VectorIndex(Metric = VectorMetric.Euclidean)]
    public ReadOnlyMemory<float> Vector { get; set; }
}
