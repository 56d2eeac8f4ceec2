namespace OmenDb.EFCore.Specification.Model;

public readonly record struct ItemId(int Value);
