using OmenDb.EFCore;

namespace OmenDb.Fuzz.Model;

/// <summary>A row with two vectors of which one is indexed.</summary>
internal sealed class Item
{
    public const int Dimensions = 8;

    public int Id { get; set; }

    public int Writer { get; set; }

    [Vector(Dimensions), VectorIndex(Metric = VectorMetric.Euclidean)]
    public float[]? Vector { get; set; }

    [Vector(Dimensions)]
    public float[]? Plain { get; set; }
}
