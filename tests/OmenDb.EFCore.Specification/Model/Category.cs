namespace OmenDb.EFCore.Specification.Model;

public enum Category
{
    News,
    Science,
    Sport,
}
