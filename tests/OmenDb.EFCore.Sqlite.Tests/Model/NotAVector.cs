namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class NotAVector
{
    public int Id { get; set; }

    [Vector(4)]
    public double[] Numbers { get; set; } = [];
}
