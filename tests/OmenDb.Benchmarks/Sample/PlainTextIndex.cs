using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace OmenDb.Benchmarks.Sample;

/// <summary>SQLite's full-text search over the names and summaries that the sample stored: any of the words, ranked by BM25, with Porter's stems.</summary>
internal sealed partial class PlainTextIndex : IDisposable
{
    private readonly SqliteConnection _connection = new("Data Source=:memory:");

    public PlainTextIndex(string database)
    {
        _connection.Open();
        Execute("CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, name, summary, tokenize = 'porter unicode61')");
        // Full-text search knows no identifiers: it is given their words.
        _connection.CreateFunction("words", (string text) => Capital().Replace(text, " "), isDeterministic: true);
        Execute("ATTACH $database AS sample", ("$database", database));
        Execute("INSERT INTO texts SELECT DocumentationId, words(Name), Summary FROM sample.Members ORDER BY Id");
    }

    public IReadOnlyList<string> Search(string query, int k)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT id FROM texts WHERE texts MATCH $query ORDER BY rank LIMIT $k";
        command.Parameters.AddWithValue("$query", string.Join(" OR ", query.Split(' ').Select(word => $"\"{word}\"")));
        command.Parameters.AddWithValue("$k", k);
        var ids = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            ids.Add(reader.GetString(0));
        return ids;
    }

    /// <summary>Texts to search for: words that people wrote about members, spread over all of them.</summary>
    public IReadOnlyList<string> Sample(int count)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = "SELECT substr(summary, 1, 60) FROM texts WHERE length(summary) > 20 AND rowid % 83 = 7 ORDER BY rowid";
        var texts = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            texts.Add(reader.GetString(0));
        return [.. Enumerable.Range(0, count).Select(i => texts[i % texts.Count])];
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
            command.Parameters.AddWithValue(name, value);
        command.ExecuteNonQuery();
    }

    [GeneratedRegex("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")]
    private static partial Regex Capital();
}
