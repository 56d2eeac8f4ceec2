namespace OmenDb.EFCore.PostgreSQL.Tests.Model;

/// <summary>A complex part with an indexed vector.</summary>
public class Picture
{
    [Vector(4), VectorIndex(Metric = VectorMetric.Euclidean)]
    public Half[] Vector { get; set; } = [];
}
