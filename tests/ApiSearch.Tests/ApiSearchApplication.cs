using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Data.Sqlite;

namespace ApiSearch.Tests;

/// <summary>The application over a small corpus, with its data in a folder of the test's.</summary>
public sealed class ApiSearchApplication(TemporaryFolder folder, params (string Name, string Value)[] settings) : WebApplicationFactory<Program>
{
    /// <summary>Two small files in the shape the compiler writes.</summary>
    public static void WriteCorpus(TemporaryFolder folder)
    {
        folder.Write("corpus/Acme.Files.xml", """
            <doc>
              <assembly><name>Acme.Files</name></assembly>
              <members>
                <member name="T:Acme.Files.TextFile"><summary>Reads and writes text files.</summary></member>
                <member name="M:Acme.Files.TextFile.ReadLines(System.String)"><summary>Reads all lines of a text file.</summary></member>
                <member name="M:Acme.Files.TextFile.WriteText(System.String,System.String)"><summary>Writes a string to a text file.</summary></member>
                <member name="P:Acme.Files.TextFile.Length"><summary>Gets the size of the file in bytes.</summary></member>
                <member name="M:Acme.Files.TextFile.Delete(System.String)"><summary>Removes the file from the disk.</summary></member>
              </members>
            </doc>
            """);
        folder.Write("corpus/Acme.Clock.xml", """
            <doc>
              <assembly><name>Acme.Clock</name></assembly>
              <members>
                <member name="T:Acme.Clock.Date"><summary>A day of the calendar.</summary></member>
                <member name="M:Acme.Clock.Date.Parse(System.String)"><summary>Converts the string representation of a date.</summary></member>
                <member name="P:Acme.Clock.Date.Year"><summary>Gets the year of the calendar day.</summary></member>
                <member name="E:Acme.Clock.Timer.Elapsed"><summary>Occurs when the interval of the timer is over.</summary></member>
                <member name="M:Acme.Clock.Timer.Start"><summary>Starts the timer.</summary></member>
              </members>
            </doc>
            """);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("data", folder.File("data"));
        builder.UseSetting("Corpus:Directories:0", folder.File("corpus"));
        foreach (var (name, value) in settings)
            builder.UseSetting(name, value);
    }

    /// <summary>Lets go of the database, and of no other: other tests are at work on theirs.</summary>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        using var connection = new SqliteConnection($"Data Source={folder.File("data/api.db")}");
        SqliteConnection.ClearPool(connection);
    }

    /// <summary>The map, once it is drawn: its header, and the answer.</summary>
    public async Task<(JsonElement Header, byte[] Bytes, EntityTagHeaderValue Tag)> MapAsync()
    {
        var client = CreateClient();
        for (var deadline = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(20))
        {
            using var response = await client.GetAsync("/api/map");
            Assert.True(DateTime.UtcNow < deadline, $"The map was not drawn: {response.StatusCode}");
            if (response.StatusCode == HttpStatusCode.NoContent)
                continue;
            var bytes = await response.Content.ReadAsByteArrayAsync();
            var header = JsonSerializer.Deserialize<JsonElement>(bytes.AsSpan(4, BitConverter.ToInt32(bytes)));
            return (header, bytes, response.Headers.ETag!);
        }
    }

    /// <summary>A client, once the ingestion ended well or badly.</summary>
    public async Task<(HttpClient Client, JsonElement Status)> StartAsync()
    {
        var client = CreateClient();
        for (var deadline = DateTime.UtcNow.AddSeconds(30); ; await Task.Delay(20))
        {
            var status = await client.GetFromJsonAsync<JsonElement>("/api/status");
            if (status.GetProperty("ready").GetBoolean() || status.GetProperty("phase").GetString() == "failed")
                return (client, status);
            Assert.True(DateTime.UtcNow < deadline, $"The ingestion did not end: {status}");
        }
    }
}
