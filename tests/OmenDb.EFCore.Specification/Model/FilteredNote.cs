namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity behind query filters.</summary>
public class FilteredNote
{
    public int Id { get; set; }

    public bool IsDeleted { get; set; }

    public int Tenant { get; set; }

    [Vector(4), VectorIndex]
    public float[] Vector { get; set; } = [];
}
