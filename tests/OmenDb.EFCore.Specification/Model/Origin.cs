namespace OmenDb.EFCore.Specification.Model;

/// <summary>An owned part of an article.</summary>
public class Origin
{
    public string City { get; set; } = "";

    public string Country { get; set; } = "";
}
