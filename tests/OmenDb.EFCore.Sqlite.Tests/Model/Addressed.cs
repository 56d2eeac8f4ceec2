namespace OmenDb.EFCore.Sqlite.Tests.Model;

/// <summary>A row with an owned part in its table.</summary>
public class Addressed
{
    public int Id { get; set; }

    public Address Address { get; set; } = new();

    [Vector(4)]
    public ReadOnlyMemory<float> Vector { get; set; }
}
