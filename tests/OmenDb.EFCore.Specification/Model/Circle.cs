namespace OmenDb.EFCore.Specification.Model;

public class Circle : Shape
{
    public double Radius { get; set; }
}
