namespace OmenDb.Crash.Tests.Work;

/// <summary>What one row must hold.</summary>
internal sealed record Row(int Id, string Title, float[]? Vector);
