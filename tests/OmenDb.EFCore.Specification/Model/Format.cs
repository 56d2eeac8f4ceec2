namespace OmenDb.EFCore.Specification.Model;

/// <summary>A complex part of an article.</summary>
public class Format
{
    public int Words { get; set; }

    public string Language { get; set; } = "";
}
