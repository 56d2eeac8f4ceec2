namespace OmenDb.EFCore.PostgreSQL.Tests.Model;

public class Stamp
{
    public Guid Id { get; set; }

    public DateTime Issued { get; set; }

    public Picture Picture { get; set; } = new();
}
