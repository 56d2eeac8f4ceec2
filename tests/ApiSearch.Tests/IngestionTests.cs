using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace ApiSearch.Tests;

public sealed class IngestionTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public IngestionTests() => ApiSearchApplication.WriteCorpus(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_second_start_opens_what_the_first_one_stored()
    {
        await using (var first = new ApiSearchApplication(_folder))
            await first.StartAsync();
        var completed = CompletedAt();
        await using var second = new ApiSearchApplication(_folder);
        var (client, status) = await second.StartAsync();

        Assert.Equal(10, status.GetProperty("indexed").GetInt64());
        Assert.Equal(completed, CompletedAt());
        Assert.Equal("M:Acme.Clock.Date.Parse(System.String)", await FirstIdAsync(client, "parse a date"));
    }

    [Fact]
    public async Task A_start_without_the_files_serves_what_was_read_before()
    {
        await using (var first = new ApiSearchApplication(_folder))
            await first.StartAsync();
        Directory.Delete(_folder.File("corpus"), recursive: true);
        await using var second = new ApiSearchApplication(_folder);
        var (_, status) = await second.StartAsync();
        Assert.Equal(10, status.GetProperty("indexed").GetInt64());
    }

    [Fact]
    public async Task Changed_files_are_read_again()
    {
        await using (var first = new ApiSearchApplication(_folder))
            await first.StartAsync();
        _folder.Write("corpus/Acme.More.xml", """
            <doc><members><member name="M:Acme.More.Robot.Dance"><summary>Makes the robot dance.</summary></member></members></doc>
            """);
        await using var second = new ApiSearchApplication(_folder);
        var (client, status) = await second.StartAsync();
        Assert.Equal(11, status.GetProperty("indexed").GetInt64());
        Assert.Equal("M:Acme.Clock.Date.Parse(System.String)", await FirstIdAsync(client, "parse a date"));
    }

    [Fact]
    public async Task A_learned_model_is_learned_anew_when_much_of_the_corpus_is_new()
    {
        await using (var first = new ApiSearchApplication(_folder))
            await first.StartAsync();
        _folder.Write("corpus/Acme.More.xml", $"<doc><members>{string.Concat(Enumerable.Range(1, 9).Select(i =>
            $"""<member name="M:Acme.More.Robot.Dance{i}"><summary>Makes the robot dance.</summary></member>"""))}</members></doc>");
        await using var second = new ApiSearchApplication(_folder);
        var (client, status) = await second.StartAsync();
        Assert.Equal(19, status.GetProperty("indexed").GetInt64());
        Assert.StartsWith("M:Acme.More.Robot.Dance", await FirstIdAsync(client, "dancing robots"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_interrupted_ingestion_goes_on_where_it_ended()
    {
        await using (var first = new ApiSearchApplication(_folder))
            await first.StartAsync();
        Execute("UPDATE Ingestions SET CompletedAt = NULL; DELETE FROM Members WHERE Id > 4");
        await using var second = new ApiSearchApplication(_folder);
        var (client, status) = await second.StartAsync();
        Assert.Equal(10, status.GetProperty("indexed").GetInt64());
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/search?q=file+of+the+calendar+timer&k=100");
        Assert.Equal(10, answer.GetProperty("results").GetArrayLength());
    }

    [Fact]
    public async Task A_database_of_another_version_is_made_anew()
    {
        await using (var first = new ApiSearchApplication(_folder))
            await first.StartAsync();
        Execute("DROP TABLE Ingestions; PRAGMA user_version = 1");
        await using var second = new ApiSearchApplication(_folder);
        var (_, status) = await second.StartAsync();
        Assert.Equal(10, status.GetProperty("indexed").GetInt64());
    }

    [Fact]
    public async Task A_database_of_another_program_stays_as_it_is_and_the_status_says_what_to_do()
    {
        Directory.CreateDirectory(_folder.File("data"));
        Execute("CREATE TABLE Members (Id INTEGER PRIMARY KEY, Name TEXT); INSERT INTO Members (Name) VALUES ('theirs')");
        await using (var application = new ApiSearchApplication(_folder))
        {
            var (client, status) = await application.StartAsync();
            AssertIsRefused(status);
            await client.GetAsync("/health");
        }

        Assert.Equal("theirs", Execute("SELECT Name FROM Members"));
        Assert.Equal("Members", Execute("SELECT group_concat(name) FROM sqlite_schema"));
    }

    [Fact]
    public async Task A_file_that_is_not_a_database_stays_as_it_is_and_the_status_says_what_to_do()
    {
        var text = new string('x', 5_000);
        var path = _folder.Write("data/api.db", text);
        await using (var application = new ApiSearchApplication(_folder))
            AssertIsRefused((await application.StartAsync()).Status);
        Assert.Equal(text, await File.ReadAllTextAsync(path));
    }

    [Fact]
    public async Task An_empty_file_as_a_start_that_was_killed_leaves_it_becomes_the_database()
    {
        _folder.Write("data/api.db", "");
        await using var application = new ApiSearchApplication(_folder);
        var (_, status) = await application.StartAsync();
        Assert.Equal(10, status.GetProperty("indexed").GetInt64());
    }

    [Fact]
    public async Task A_file_that_is_not_XML_is_skipped()
    {
        _folder.Write("corpus/Broken.xml", "<doc><members><member name=");
        await using var application = new ApiSearchApplication(_folder);
        var (_, status) = await application.StartAsync();
        Assert.Equal(10, status.GetProperty("indexed").GetInt64());
    }

    [Fact]
    public async Task Without_documentation_the_status_says_where_it_would_come_from_and_a_search_is_not_ready()
    {
        Directory.Delete(_folder.File("corpus"), recursive: true);
        await using var application = new ApiSearchApplication(_folder);
        var (client, status) = await application.StartAsync();
        Assert.Equal("failed", status.GetProperty("phase").GetString());
        Assert.Contains("SDK", status.GetProperty("message").GetString(), StringComparison.Ordinal);

        var response = await client.GetAsync("/api/search?q=file");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Contains("No XML documentation was found", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<string?> FirstIdAsync(HttpClient client, string query)
    {
        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/search?q={query}");
        return answer.GetProperty("results")[0].GetProperty("id").GetString();
    }

    private void AssertIsRefused(JsonElement status)
    {
        Assert.Equal("failed", status.GetProperty("phase").GetString());
        var message = status.GetProperty("message").GetString();
        Assert.Contains(_folder.File("data/api.db"), message, StringComparison.Ordinal);
        Assert.Contains("--data", message, StringComparison.Ordinal);
    }

    private string CompletedAt() => (string)Execute("SELECT CompletedAt FROM Ingestions")!;

    private object? Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("data/api.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
