namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class LibraryAuthor
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public List<LibraryDraft> Drafts { get; set; } = [];
}
