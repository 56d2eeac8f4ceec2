namespace OmenDb.EFCore.Specification.Model;

/// <summary>The part of an order's table that has the vector.</summary>
public class OrderDetails
{
    public int Id { get; set; }

    public string Text { get; set; } = "";

    [Vector(4), VectorIndex]
    public float[]? Vector { get; set; }
}
