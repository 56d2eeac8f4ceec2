namespace OmenDb.EFCore.Specification.Guide;

public class Passage
{
    public int Id { get; set; }
    public int TenantId { get; set; }
    public Document Document { get; set; } = null!;
    public required string Text { get; set; }
    [Vector(256), VectorIndex] public ReadOnlyMemory<float>? Embedding { get; set; }
}
