namespace OmenDb.EFCore.PostgreSQL.Tests.Model;

public class Stamp
{
    public Guid Id { get; set; }

    public DateTime Issued { get; set; }

    [Vector(2)]
    public float[]? Mark { get; set; }

    public Picture Picture { get; set; } = new();
}
