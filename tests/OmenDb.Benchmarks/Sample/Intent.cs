namespace OmenDb.Benchmarks.Sample;

/// <summary>What somebody wants to do, and the documentation ids that are right answers.</summary>
internal sealed record Intent(string Text, IReadOnlyList<string> Answers)
{
    public static IReadOnlyList<Intent> ReadAll()
        => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Sample", "intents.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries))
            .Select(parts => new Intent(parts[0], parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries)))];

    /// <summary>The place of the first right answer, from 1; null when there is none.</summary>
    public int? RankIn(IEnumerable<string> ids) => ids.Index().Where(found => IsRight(found.Item)).Select(found => (int?)found.Index + 1).FirstOrDefault();

    // M:System.IO.File.ReadAllLines(System.String) and M:A.B``1(``0) without kind, parameters and the method's arity.
    private bool IsRight(string id)
    {
        var path = id[2..];
        var end = path.IndexOfAny(['(', '~']);
        path = end < 0 ? path : path[..end];
        var arity = path.IndexOf("``", StringComparison.Ordinal);
        path = arity < 0 ? path : path[..arity];
        return Answers.Any(answer => answer[^1] == '*' ? path.StartsWith(answer[..^1], StringComparison.Ordinal) : path == answer);
    }
}
