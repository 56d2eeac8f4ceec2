using System.Collections.Concurrent;

namespace OmenDb.Fuzz.Concurrent;

/// <summary>What all threads did, and what went wrong.</summary>
internal sealed class Tally
{
    private readonly ConcurrentDictionary<string, long> _counts = new();
    private readonly ConcurrentDictionary<string, string> _wrong = new();
    private long _right;
    private long _asked;

    /// <summary>Answers that are not what the database holds, and exceptions that nobody documents.</summary>
    public IReadOnlyCollection<string> Wrong => [.. _wrong.Values];

    /// <summary>The share of the nearest rows that searches found.</summary>
    public double Recall => _asked == 0 ? 1 : (double)Volatile.Read(ref _right) / Volatile.Read(ref _asked);

    /// <summary>How often something was counted.</summary>
    public long this[string what] => _counts.GetValueOrDefault(what);

    public void Count(string what) => _counts.AddOrUpdate(what, 1, static (_, n) => n + 1);

    public void Found(int right, int asked)
    {
        Interlocked.Add(ref _right, right);
        Interlocked.Add(ref _asked, asked);
    }

    public void Report(string wrong)
    {
        Count("wrong");
        if (_wrong.Count < 20)
            _wrong.TryAdd(wrong.Split('\n')[0], wrong); // the same once
    }

    public override string ToString() => string.Join(", ", _counts.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Value:N0} {c.Key}"));
}
