namespace OmenDb.EFCore.Sqlite.Tests.Model;

/// <summary>A row that EF Core can derive a proxy from.</summary>
public class Proxied
{
    public virtual int Id { get; set; }

    [Vector(4), VectorIndex]
    public virtual ReadOnlyMemory<float> Vector { get; set; }
}
