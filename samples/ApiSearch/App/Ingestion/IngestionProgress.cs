using System.Diagnostics;

namespace ApiSearch.Ingestion;

/// <summary>How far the ingestion is, for whoever asks; written by <see cref="IngestionService"/> only.</summary>
public sealed class IngestionProgress
{
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Queue<(long Time, long Stored)> _recent = new();
    private long _stored;

    public IngestionPhase Phase { get; private set; }

    /// <summary>Said in words, for the page and the console.</summary>
    public string Message { get; private set; } = "Starting.";

    /// <summary>Where the documentation comes from.</summary>
    public string? Source { get; set; }

    public string? Embedding { get; set; }

    public int Total { get; set; }

    public long Stored => Interlocked.Read(ref _stored);

    /// <summary>Members stored in a second, over the last few; 0 while none are.</summary>
    public double Throughput
    {
        get
        {
            lock (_recent)
                return Phase == IngestionPhase.Storing && _recent.TryPeek(out var first) ? (Stored - first.Stored) / Stopwatch.GetElapsedTime(first.Time).TotalSeconds : 0;
        }
    }

    public bool IsReady => Phase == IngestionPhase.Ready;

    /// <summary>Searches are answered over what is stored; the rest may follow.</summary>
    public bool IsSearchable { get; set; }

    /// <summary>So many members are stored.</summary>
    public void Report(long stored)
    {
        Interlocked.Exchange(ref _stored, stored);
        lock (_recent)
        {
            _recent.Enqueue((Stopwatch.GetTimestamp(), stored));
            // A slow embedding endpoint reports seldom: the last two always count.
            while (_recent.Count > 2 && Stopwatch.GetElapsedTime(_recent.Peek().Time) > TimeSpan.FromSeconds(3))
                _recent.Dequeue();
        }
    }

    public void Enter(IngestionPhase phase, string message)
    {
        (Message, Phase) = (message, phase);
        _known.TrySetResult();
    }

    /// <summary>Whether searches are answered; waits, right after a start, until that is known.</summary>
    public async Task<bool> IsSearchableAsync(CancellationToken cancellationToken)
    {
        await _known.Task.WaitAsync(cancellationToken);
        return IsSearchable;
    }
}
