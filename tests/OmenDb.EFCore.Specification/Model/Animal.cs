namespace OmenDb.EFCore.Specification.Model;

/// <summary>The base of a hierarchy in one table.</summary>
public class Animal
{
    public int Id { get; set; }

    [Vector(4), VectorIndex]
    public ReadOnlyMemory<float> Vector { get; set; }

    public static void Model(ModelBuilder model)
    {
        model.Entity<Animal>();
        model.Entity<Cat>();
        model.Entity<Dog>();
    }
}
