namespace OmenDb.EFCore.Specification.Model;

/// <summary>The base of a hierarchy with a table for each concrete type, each with a vector of its own.</summary>
public abstract class Shape
{
    public int Id { get; set; }

    public string Name { get; set; } = "";
}
