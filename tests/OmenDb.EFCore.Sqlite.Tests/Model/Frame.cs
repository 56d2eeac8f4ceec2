namespace OmenDb.EFCore.Sqlite.Tests.Model;

public class Frame
{
    public int Width { get; set; }

    public Picture? Picture { get; set; }
}
