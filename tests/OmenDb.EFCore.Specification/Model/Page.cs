namespace OmenDb.EFCore.Specification.Model;

public class Page
{
    public int Id { get; set; }

    public int DiaryId { get; set; }

    public string Text { get; set; } = "";
}
