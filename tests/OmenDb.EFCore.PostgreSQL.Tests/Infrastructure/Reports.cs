namespace OmenDb.EFCore.PostgreSQL.Tests.Infrastructure;

/// <summary>Keeps what was reported, in order.</summary>
public sealed class Reports : IProgress<long>
{
    public List<long> Values { get; } = [];

    public void Report(long value) => Values.Add(value);
}
