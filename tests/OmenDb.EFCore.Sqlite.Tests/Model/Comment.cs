namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Comment
{
    public int Id { get; set; }

    public int ArticleId { get; set; }

    public Article? Article { get; set; }

    public string Text { get; set; } = "";
}
