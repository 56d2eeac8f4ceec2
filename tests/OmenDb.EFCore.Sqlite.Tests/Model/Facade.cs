namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Facade
{
    public float[] Vector { get; set; } = [];
}
