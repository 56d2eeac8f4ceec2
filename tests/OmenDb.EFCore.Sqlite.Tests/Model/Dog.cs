namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Dog : Animal
{
    [Vector(4)]
    public ReadOnlyMemory<float>? Bark { get; set; }
}
