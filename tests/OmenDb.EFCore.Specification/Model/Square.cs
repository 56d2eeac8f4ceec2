namespace OmenDb.EFCore.Specification.Model;

public class Square : Shape
{
    public double Side { get; set; }
}
