namespace OmenDb.EFCore;

/// <summary>Choices of one <c>AddBatchAsync</c>.</summary>
public sealed record AddBatchOptions
{
    /// <summary>Told, now and then and at the end, how many rows were inserted so far.</summary>
    public IProgress<long>? Progress { get; init; }
}
