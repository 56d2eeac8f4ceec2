namespace OmenDb.EFCore.Sqlite.Tests.Model;

public readonly record struct ItemId(int Value);
