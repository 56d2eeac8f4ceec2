namespace OmenDb.EFCore.Sqlite.Tests.Model;

/// <summary>A row that has nothing to do with vectors.</summary>
public class Named
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}
