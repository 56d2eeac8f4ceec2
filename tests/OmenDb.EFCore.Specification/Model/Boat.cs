namespace OmenDb.EFCore.Specification.Model;

public class Boat : Vehicle
{
    [Vector(4), VectorIndex(Metric = VectorMetric.Euclidean)]
    public float[] Hull { get; set; } = [];
}
