namespace OmenDb.EFCore.Specification.Model;

public class Car : Vehicle
{
    public int Doors { get; set; }
}
