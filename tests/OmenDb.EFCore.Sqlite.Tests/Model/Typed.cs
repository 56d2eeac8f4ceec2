namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Typed<TVector>
{
    public int Id { get; set; }

    public required TVector Vector { get; set; }
}
