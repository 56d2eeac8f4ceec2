namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity whose key is of some type, and which has a number besides.</summary>
public class Numbered<TKey>
    where TKey : notnull
{
    public required TKey Id { get; set; }

    public int Number { get; set; }

    [Vector(4), VectorIndex]
    public ReadOnlyMemory<float> Vector { get; set; }
}
