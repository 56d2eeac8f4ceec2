namespace OmenDb.EFCore.Specification.Model;

/// <summary>Vectors that no property shows: one in a field, one in the model alone.</summary>
public class Secret
{
    public const string Shadow = "Shadow";

#pragma warning disable CA1051 // the field is the point
    public ReadOnlyMemory<float> Field;
#pragma warning restore CA1051

    public int Id { get; set; }
}
