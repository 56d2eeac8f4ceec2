namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity with several vectors.</summary>
public class Photo
{
    public Guid Id { get; set; }

    public string Place { get; set; } = "";

    [Vector(4), VectorIndex(Metric = VectorMetric.Euclidean)]
    public ReadOnlyMemory<float> Colors { get; set; }

    [Vector(8), VectorIndex(Metric = VectorMetric.InnerProduct)]
    public Memory<float>? Content { get; set; }

    [Vector(8)]
    public ReadOnlyMemory<float>? Draft { get; set; }
}
