using System.Net.Http.Json;
using System.Text.Json;
using ApiSearch.Tests;
using Npgsql;

namespace OmenDb.EFCore.PostgreSQL.Tests;

/// <summary>The sample application, which one key of its configuration moves to PostgreSQL.</summary>
public sealed class SampleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public SampleTests() => ApiSearchApplication.WriteCorpus(_folder);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_sample_searches_on_PostgreSQL_and_a_second_start_finds_what_the_first_stored()
    {
        var server = ("ConnectionStrings:Postgres", (await PostgresServer.GetAsync()).ConnectionString);
        await using (var first = new ApiSearchApplication(_folder, server))
            await AssertSearchesAsync(first);
        Directory.Delete(_folder.File("corpus"), recursive: true);
        await using var second = new ApiSearchApplication(_folder, server);
        await AssertSearchesAsync(second);

        Assert.False(Directory.Exists(_folder.File("data")), "The sample made a file although it was given a server.");
    }

    [Fact]
    public async Task Tables_of_another_version_are_made_anew_and_those_of_the_databases_owner_survive()
    {
        var server = (await PostgresServer.GetAsync()).ConnectionString;
        await using var owner = NpgsqlDataSource.Create(server);
        // As on a database that another version of the sample was on before.
        await ExecuteAsync(owner, """
            DROP SCHEMA IF EXISTS apisearch CASCADE;
            CREATE SCHEMA apisearch;
            CREATE TABLE apisearch."Members" ("Old" text);
            CREATE TABLE "Members" ("Name" text);
            INSERT INTO "Members" VALUES ('theirs')
            """);
        await using (var application = new ApiSearchApplication(_folder, ("ConnectionStrings:Postgres", server)))
            await AssertSearchesAsync(application);

        Assert.Equal("theirs", await ExecuteAsync(owner, "SELECT \"Name\" FROM \"Members\""));
        await ExecuteAsync(owner, "DROP TABLE \"Members\"");
    }

    private static async Task<object?> ExecuteAsync(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }

    private static async Task AssertSearchesAsync(ApiSearchApplication application)
    {
        var (client, status) = await application.StartAsync();
        Assert.True(status.GetProperty("ready").GetBoolean(), status.ToString());
        Assert.Equal(10, status.GetProperty("indexed").GetInt64());
        Assert.Equal("M:Acme.Clock.Date.Parse(System.String)", await FirstAsync(client, "parse a date"));
        Assert.Equal("M:Acme.Files.TextFile.ReadLines(System.String)", await FirstAsync(client, "read all lines of a text file&kind=method"));
    }

    private static async Task<string?> FirstAsync(HttpClient client, string query)
    {
        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/search?q={query}");
        return answer.GetProperty("results")[0].GetProperty("id").GetString();
    }
}
