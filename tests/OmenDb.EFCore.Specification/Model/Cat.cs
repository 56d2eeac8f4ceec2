namespace OmenDb.EFCore.Specification.Model;

public class Cat : Animal
{
    public int Lives { get; set; }
}
