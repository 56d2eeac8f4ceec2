namespace ApiSearch.Ingestion;

/// <summary>How far the ingestion is, for whoever asks; written by <see cref="IngestionService"/> only.</summary>
public sealed class IngestionProgress : IProgress<long>
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _stored;

    public IngestionPhase Phase { get; private set; }

    /// <summary>Said in words, for the page and the console.</summary>
    public string Message { get; private set; } = "Starting.";

    /// <summary>Where the documentation comes from.</summary>
    public string? Source { get; set; }

    public string? Embedding { get; set; }

    public int Total { get; set; }

    public long Stored => Interlocked.Read(ref _stored);

    public bool IsReady => Phase == IngestionPhase.Ready;

    /// <summary>So many rows are stored.</summary>
    public void Report(long value) => Interlocked.Exchange(ref _stored, value);

    public void Enter(IngestionPhase phase, string message)
    {
        (Message, Phase) = (message, phase);
        _known.TrySetResult();
    }

    /// <summary>Whether searches are answered; waits, right after a start, until that is known.</summary>
    public async Task<bool> IsReadyAsync(CancellationToken cancellationToken)
    {
        await _known.Task.WaitAsync(cancellationToken);
        return IsReady;
    }
}
