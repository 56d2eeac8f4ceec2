namespace OmenDb.EFCore.Specification.Model;

/// <summary>An entity whose vectors are in parts that are values; one of them may be missing.</summary>
public class Door
{
    public int Id { get; set; }

    public Paint Front { get; set; }

    public Paint? Back { get; set; }
}
