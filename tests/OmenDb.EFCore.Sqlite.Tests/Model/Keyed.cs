namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Keyed<TKey>
{
    public required TKey Id { get; set; }

    [Vector(4)]
    public ReadOnlyMemory<float> Vector { get; set; }
}
