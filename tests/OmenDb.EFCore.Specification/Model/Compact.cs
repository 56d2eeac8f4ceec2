namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity whose vectors are stored in 16 bits an element.</summary>
public class Compact
{
    public int Id { get; set; }

    [Vector(4), VectorIndex]
    public Half[] Array { get; set; } = [];

    [Vector(4), VectorIndex(Metric = VectorMetric.Euclidean)]
    public ReadOnlyMemory<Half>? Memory { get; set; }
}
