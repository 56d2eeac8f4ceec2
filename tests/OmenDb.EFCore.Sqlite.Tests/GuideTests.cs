using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.AI;
using OmenDb.EFCore.Specification.Guide;

namespace OmenDb.EFCore.Sqlite.Tests;

/// <summary>The recipes of the guide on SQLite.</summary>
public sealed partial class GuideTests(WordEmbeddings shared) : GuideSpecification(shared), IClassFixture<WordEmbeddings>, IDisposable
{
    private readonly TestDatabase _database = new();

    [Fact]
    public async Task Words_and_meaning_are_searched_together()
    {
        await using var db = await FillAsync();
        await db.Database.ExecuteSqlRawAsync("""
            CREATE VIRTUAL TABLE PassagesText USING fts5(Text, content='Passages', content_rowid='Id');
            INSERT INTO PassagesText(PassagesText) VALUES ('rebuild');
            """);
        using var embeddings = new WordEmbeddings();
        var words = "cancel";
        var query = await embeddings.GenerateVectorAsync("get the money of an order back");

        var byMeaning = await db.Passages.NearestTo(p => p.Embedding, query, 50).Select(p => p.Id).ToListAsync();
        var byWords = await db.Database
            .SqlQuery<int>($"SELECT rowid AS Value FROM PassagesText WHERE PassagesText MATCH {words} ORDER BY rank LIMIT 50").ToListAsync();
        var best = new[] { byMeaning, byWords }
            .SelectMany(ids => ids.Select((id, place) => (id, score: 1.0 / (60 + place))))
            .GroupBy(hit => hit.id, hit => hit.score)
            .OrderByDescending(scores => scores.Sum())
            .Take(10)
            .Select(scores => scores.Key)
            .ToList();

        Assert.Equal("How to cancel a payment and get the money back.", (await db.Passages.SingleAsync(p => p.Id == best[0])).Text);
    }

    [Fact]
    public async Task A_full_text_index_is_kept_up_by_triggers()
    {
        await using var db = await FillAsync();
        await db.Database.ExecuteSqlRawAsync("""
            CREATE VIRTUAL TABLE PassagesText USING fts5(Text, content='Passages', content_rowid='Id');
            INSERT INTO PassagesText(PassagesText) VALUES ('rebuild');
            CREATE TRIGGER Passages_ai AFTER INSERT ON Passages BEGIN INSERT INTO PassagesText(rowid, Text) VALUES (new.Id, new.Text); END;
            CREATE TRIGGER Passages_ad AFTER DELETE ON Passages BEGIN INSERT INTO PassagesText(PassagesText, rowid, Text) VALUES ('delete', old.Id, old.Text); END;
            CREATE TRIGGER Passages_au AFTER UPDATE ON Passages BEGIN
              INSERT INTO PassagesText(PassagesText, rowid, Text) VALUES ('delete', old.Id, old.Text);
              INSERT INTO PassagesText(rowid, Text) VALUES (new.Id, new.Text);
            END;
            """);
        var passages = await db.Passages.OrderBy(p => p.Id).Take(2).ToListAsync();
        var (changed, removed) = (passages[0], passages[1]);

        var added = new Passage { Document = await db.Documents.FirstAsync(), Text = "zebra", Embedding = changed.Embedding };
        changed.Text = "zebra crossing";
        db.Add(added);
        await db.SaveChangesAsync();
        Assert.Equal([changed.Id, added.Id], await FoundAsync("zebra"));

        db.RemoveRange(changed, removed);
        await db.SaveChangesAsync();
        Assert.Equal([added.Id], await FoundAsync("zebra"));
        await db.Database.ExecuteSqlRawAsync("INSERT INTO PassagesText(PassagesText, rank) VALUES ('integrity-check', 1)"); // throws where it is not what the table says

        Task<List<int>> FoundAsync(string words)
            => db.Database.SqlQuery<int>($"SELECT rowid AS Value FROM PassagesText WHERE PassagesText MATCH {words} ORDER BY rowid").ToListAsync();
    }

    [Fact]
    public async Task Arrays_as_JSON_become_vectors()
    {
        await using var db = new ModelContext(_database.Options<ModelContext>(), model => model.Entity<Photo>());
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Vectors.Many(30, 4).Select(v => new Photo { Colors = v }).Append(new Photo()));
        await db.SaveChangesAsync();
        Assert.Equal("text", _database.Scalar("SELECT typeof(Colors) FROM Photo WHERE Id = 1"));

        while (await db.Set<Photo>().Where(p => p.Look == null && p.Colors != null).OrderBy(p => p.Id).Take(1_000).ToListAsync() is { Count: > 0 } batch)
        {
            foreach (var photo in batch)
                photo.Look = photo.Colors;
            await db.SaveChangesAsync();
            db.ChangeTracker.Clear();
        }

        var query = Vectors.Random(99, 4);
        Assert.Equal(Exact.Nearest(Vectors.Many(30, 4).Select((v, i) => (i + 1, v)), query, 10), await db.Set<Photo>().NearestTo(p => p.Look, query, 10).Select(p => p.Id).ToListAsync());
    }

    [Fact]
    public async Task After_an_import_the_index_is_waited_for_and_asked_how_good_it_is()
    {
        await using var db = await FillAsync();

        var index = db.Database.VectorIndex<Passage>(p => p.Embedding!);
        await index.FlushAsync();
        var statistics = await index.GetStatisticsAsync();
        Console.WriteLine($"{statistics.Indexed} of {statistics.Rows} rows, recall {statistics.MeasuredRecall:P1} where {statistics.TargetRecall:P1} was asked for");

        Assert.Equal((9, 9, 0), (statistics.Indexed, statistics.Rows, statistics.Pending));
    }

    [Fact]
    public async Task A_test_has_a_database_in_memory()
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        var options = new DbContextOptionsBuilder<DocumentsContext>().UseSqlite(connection, sqlite => sqlite.UseOmenDb()).Options;
        await using var db = new DocumentsContext(options);
        await db.Database.EnsureCreatedAsync();

        await AddAsync(db);
        Assert.Equal("How to change your password.", (await NearestAsync(db, "change password"))[0]);
    }

    [Fact]
    public void Every_snippet_of_the_guide_stands_in_these_tests()
    {
        var tests = Path.Combine(Path.GetDirectoryName(ThisFile())!, "..");
        var here = Lines(string.Join('\n', Directory.GetFiles(Path.Combine(tests, "OmenDb.EFCore.Specification", "Guide")).Append(ThisFile()).Select(File.ReadAllText)));
        var guide = File.ReadAllText(Path.Combine(tests, "..", "src", "OmenDb.EFCore", "GUIDE.md"));
        var snippets = Snippet().Matches(guide).Select(match => Lines(match.Groups["code"].Value)).ToList();

        Assert.NotEmpty(snippets);
        Assert.All(snippets, snippet => Assert.Contains(snippet, here));

        static string Lines(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0));
    }

    protected override async Task<DocumentsContext> CreateAsync()
    {
        var db = new DocumentsContext(_database.Options<DocumentsContext>());
        await db.Database.EnsureCreatedAsync();
        return db;
    }

    public void Dispose() => _database.Dispose();

    [GeneratedRegex("```csharp\r?\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Snippet();

    public class Photo
    {
        public int Id { get; set; }
        public float[]? Colors { get; set; }
        [Vector(4), VectorIndex] public ReadOnlyMemory<float>? Look { get; set; }
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
