namespace OmenDb.EFCore.PostgreSQL.Tests.Model;

public class Novel : Book
{
    public string Hero { get; set; } = "";
}
