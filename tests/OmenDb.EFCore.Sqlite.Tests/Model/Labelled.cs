namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Labelled
{
    public int Label { get; set; }

    [Vector(4)]
    public Memory<float> Vector { get; set; }
}
