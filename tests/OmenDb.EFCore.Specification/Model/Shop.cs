namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity whose vectors are in its parts.</summary>
public class Shop
{
    public int Id { get; set; }

    public Profile Profile { get; set; } = new();

    public Look Look { get; set; } = new();
}
