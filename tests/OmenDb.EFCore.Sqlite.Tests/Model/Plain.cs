namespace OmenDb.EFCore.Sqlite.Tests.Model;

/// <summary>A row with an array that is a vector only if the model says so.</summary>
public class Plain
{
    public int Id { get; set; }

    public float[]? Vector { get; set; }
}
