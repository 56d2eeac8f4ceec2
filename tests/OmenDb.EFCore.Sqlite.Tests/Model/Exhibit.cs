namespace OmenDb.EFCore.Sqlite.Tests.Model;

/// <summary>A row with a part that may be missing.</summary>
public class Exhibit
{
    public int Id { get; set; }

    public Frame? Frame { get; set; }
}
