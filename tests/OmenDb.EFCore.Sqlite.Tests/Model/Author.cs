namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Author
{
    public int Id { get; set; }

    public string Name { get; set; } = "";

    public List<Draft> Drafts { get; set; } = [];
}
