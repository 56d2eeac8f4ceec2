namespace OmenDb.EFCore.Specification.Guide;

public class Document
{
    public int Id { get; set; }
    public required string Title { get; set; }
    public List<Passage> Passages { get; } = [];
}
