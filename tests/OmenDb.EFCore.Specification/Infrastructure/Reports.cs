namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>Keeps what it is told, at once and in order.</summary>
public sealed class Reports : IProgress<long>
{
    public List<long> Values { get; } = [];

    public void Report(long value) => Values.Add(value);
}
