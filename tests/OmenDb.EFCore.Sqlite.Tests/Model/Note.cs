namespace OmenDb.EFCore.Sqlite.Tests.Model;

/// <summary>A row with a vector and little else; tests say in place whether it has an index.</summary>
public class Note
{
    public int Id { get; set; }

    [Vector(4)]
    public ReadOnlyMemory<float> Vector { get; set; }
}
