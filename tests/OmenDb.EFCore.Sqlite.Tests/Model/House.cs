namespace OmenDb.EFCore.Sqlite.Tests.Model;

/// <summary>A row with a part whose array is a vector only if the model says so.</summary>
public class House
{
    public int Id { get; set; }

    public Facade Look { get; set; } = new();
}
