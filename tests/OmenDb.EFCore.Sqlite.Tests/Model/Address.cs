namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Address
{
    public string City { get; set; } = "";
}
