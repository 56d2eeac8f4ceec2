namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Cat : Animal
{
    public int Lives { get; set; }
}
