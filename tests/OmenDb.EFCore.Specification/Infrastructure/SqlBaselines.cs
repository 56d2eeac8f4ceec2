using System.Text;

namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>
/// The SQL that one provider sends, kept in a file for each class of tests, a section for each test.
/// Set OMENDB_WRITE_BASELINES to write them anew, then read what changed before committing it.
/// </summary>
/// <param name="source">The folder of the provider's tests, for writing.</param>
public sealed class SqlBaselines(string source)
{
    private const string Folder = "Baselines/Specification";
    private const string Heading = "-- ";
    private static readonly Lock Access = new(); // two classes of tests may share a file

    private static bool Writing => Environment.GetEnvironmentVariable("OMENDB_WRITE_BASELINES") is { Length: > 0 };

    public void Check(string specification, string test, IEnumerable<string> commands)
    {
        var sql = string.Join("\n\n", commands).ReplaceLineEndings("\n").Trim();
        lock (Access)
        {
            var file = Path.Combine(Writing ? source : AppContext.BaseDirectory, Folder, specification + ".sql");
            var sections = Read(file);
            if (Writing)
            {
                sections[test] = sql;
                Write(file, sections);
                return;
            }

            Assert.True(sections.TryGetValue(test, out var expected), $"'{file}' has no SQL for {test}:\n{sql}");
            Assert.Equal(expected, sql);
        }
    }

    private static SortedDictionary<string, string> Read(string file)
    {
        var sections = new SortedDictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(file))
            return sections;
        string? test = null;
        var sql = new StringBuilder();
        foreach (var line in File.ReadAllLines(file).Append(Heading))
        {
            // A comment in the SQL itself is a sentence; a heading is one word.
            if (!line.StartsWith(Heading, StringComparison.Ordinal) || line.IndexOf(' ', Heading.Length) >= 0)
            {
                sql.Append(line).Append('\n');
                continue;
            }

            if (test is not null)
                sections[test] = sql.ToString().Trim();
            test = line[Heading.Length..];
            sql.Clear();
        }

        return sections;
    }

    private static void Write(string file, SortedDictionary<string, string> sections)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, string.Join("\n\n", sections.Select(s => $"{Heading}{s.Key}\n{s.Value}")) + "\n");
    }
}
