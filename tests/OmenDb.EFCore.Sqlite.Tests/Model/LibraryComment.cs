namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class LibraryComment
{
    public int Id { get; set; }

    public int ArticleId { get; set; }

    public LibraryArticle? Article { get; set; }

    public string Text { get; set; } = "";
}
