namespace OmenDb.EFCore.Specification.Model;

/// <summary>A complex part that is a value.</summary>
public struct Paint
{
    public string Color { get; set; }

    public float[] Vector { get; set; }
}
