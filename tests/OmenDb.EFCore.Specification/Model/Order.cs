namespace OmenDb.EFCore.Specification.Model;

/// <summary>Shares its table with <see cref="OrderDetails"/>.</summary>
public class Order
{
    public int Id { get; set; }

    public string Customer { get; set; } = "";

    public OrderDetails? Details { get; set; }
}
