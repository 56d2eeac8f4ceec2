namespace OmenDb.EFCore.Specification.Model;

/// <summary>Articles as a view without a key.</summary>
public class Unkeyed
{
    public int Number { get; set; }

    [Vector(8)]
    public ReadOnlyMemory<float> Embedding { get; set; }
}
