namespace OmenDb.EFCore;

/// <summary>Choices of one <c>AddBatchAsync</c>.</summary>
public sealed record AddBatchOptions
{
    /// <summary>Told, after every 1,000 rows and at the end, how many rows were inserted so far; none is committed before the end.</summary>
    public IProgress<long>? Progress { get; init; }
}
