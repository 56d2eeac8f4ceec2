using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace ApiSearch.Tests;

public sealed class SearchApiTests : ApplicationTest
{
    [Fact]
    public async Task The_nearest_member_comes_first_with_all_that_is_known_of_it()
    {
        var (client, _) = await Application.StartAsync();
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/search?q=read+the+lines+of+a+file&k=3");
        var results = answer.GetProperty("results").EnumerateArray().ToList();

        Assert.Equal(3, results.Count);
        Assert.Equal("M:Acme.Files.TextFile.ReadLines(System.String)", results[0].GetProperty("id").GetString());
        Assert.Equal("TextFile.ReadLines(string)", results[0].GetProperty("name").GetString());
        Assert.Equal("method", results[0].GetProperty("kind").GetString());
        Assert.Equal("Acme.Files", results[0].GetProperty("namespace").GetString());
        Assert.Equal("Acme.Files", results[0].GetProperty("assembly").GetString());
        Assert.Equal("Reads all lines of a text file.", results[0].GetProperty("summary").GetString());
        var distances = results.Select(r => r.GetProperty("distance").GetDouble()).ToList();
        Assert.Equal(distances.Order(), distances);
        var times = answer.GetProperty("milliseconds");
        Assert.InRange(times.GetProperty("index").GetDouble(), 0.001, times.GetProperty("search").GetDouble());
        Assert.InRange(times.GetProperty("search").GetDouble(), 0.001, times.GetProperty("total").GetDouble());
    }

    [Theory]
    [InlineData("kind=property", "P:", 2)]
    [InlineData("kind=Event", "E:", 1)]
    [InlineData("assembly=Acme.Clock", "", 5)]
    [InlineData("kind=type&assembly=Acme.Files", "T:Acme.Files.", 1)]
    [InlineData("namespace=Acme.Clock&kind=method", "M:Acme.Clock.", 2)]
    [InlineData("kind=operator", "none", 0)]
    [InlineData("assembly=%00%1b'--", "none", 0)]
    public async Task A_filter_leaves_what_passes_it_and_all_of_it(string filter, string prefix, int expected)
    {
        var (client, _) = await Application.StartAsync();
        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/search?q=file+of+the+calendar+timer&k=100&{filter}");
        var ids = answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("id").GetString()!).ToList();

        Assert.Equal(expected, ids.Count);
        Assert.All(ids, id => Assert.StartsWith(prefix, id, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", "Say what to look for")]
    [InlineData("?q=", "Say what to look for")]
    [InlineData("?q=%20%20", "Say what to look for")]
    [InlineData("?q=file&k=0", "from 1 to 100")]
    [InlineData("?q=file&k=101", "from 1 to 100")]
    [InlineData("?q=file&k=many", "int k")]
    [InlineData("?q=file&kind=gadget", "kind is one of type, constructor, method")]
    [InlineData("?q=file&kind=3", "kind is one of type, constructor, method")]
    public async Task Bad_input_is_answered_with_what_to_do(string query, string advice)
    {
        var (client, _) = await Application.StartAsync();
        var response = await client.GetAsync("/api/search" + query);
        var body = await response.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(advice, body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_query_over_500_characters_is_refused()
    {
        var (client, _) = await Application.StartAsync();
        var response = await client.GetAsync("/api/search?q=" + new string('a', 501));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("500 characters", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("zyzzyva qwfpgj")]
    [InlineData("the of and")]
    [InlineData("!?%26")]
    [InlineData("日本語")]
    [InlineData("%00%01%1b[31m")]
    public async Task A_query_without_a_known_word_finds_nothing_and_says_so(string words)
    {
        var (client, _) = await Application.StartAsync();
        var answer = await client.GetFromJsonAsync<JsonElement>($"/api/search?q={words}");
        Assert.Empty(answer.GetProperty("results").EnumerateArray());
        Assert.Contains("none of these words", answer.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Status_counts_the_members_and_names_where_they_and_the_vectors_come_from()
    {
        var (_, status) = await Application.StartAsync();
        Assert.True(status.GetProperty("ready").GetBoolean());
        Assert.Equal("ready", status.GetProperty("phase").GetString());
        Assert.Equal(10, status.GetProperty("indexed").GetInt64());
        Assert.Equal(10, status.GetProperty("total").GetInt32());
        Assert.Equal("corpus", status.GetProperty("source").GetString());
        Assert.Contains("Latent semantic analysis", status.GetProperty("embedding").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facets_list_kinds_and_assemblies_with_their_counts()
    {
        var (client, _) = await Application.StartAsync();
        var facets = await client.GetFromJsonAsync<JsonElement>("/api/facets");
        Assert.Equal("""[{"value":"method","count":5},{"value":"property","count":2},{"value":"type","count":2},{"value":"event","count":1}]""",
            facets.GetProperty("kinds").GetRawText());
        Assert.Equal("""[{"value":"Acme.Clock","count":5},{"value":"Acme.Files","count":5}]""", facets.GetProperty("assemblies").GetRawText());
        Assert.Equal("""[{"value":"Acme.Clock","count":5},{"value":"Acme.Files","count":5}]""", facets.GetProperty("namespaces").GetRawText());
    }

    [Fact]
    public async Task Facets_of_a_search_count_what_passes_the_other_filters()
    {
        var (client, _) = await Application.StartAsync();
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/search?q=file+of+the+calendar+timer&kind=method&facets=true");
        var facets = answer.GetProperty("facets");
        Assert.Equal("""[{"value":"method","count":5},{"value":"property","count":2},{"value":"type","count":2},{"value":"event","count":1}]""",
            facets.GetProperty("kinds").GetRawText());
        Assert.Equal("""[{"value":"Acme.Files","count":3},{"value":"Acme.Clock","count":2}]""", facets.GetProperty("assemblies").GetRawText());
    }

    [Fact]
    public async Task Words_of_the_query_are_marked_in_name_and_summary_whatever_their_form()
    {
        var (client, _) = await Application.StartAsync();
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/search?q=reading+a+line&k=1");
        var result = answer.GetProperty("results")[0];
        Assert.Equal(["Read", "Lines"], Marked(result, "name"));
        Assert.Equal(["Reads", "lines"], Marked(result, "summary"));

        static IEnumerable<string> Marked(JsonElement result, string property) => result.GetProperty($"{property}Marks").EnumerateArray()
            .Select(m => result.GetProperty(property).GetString()!.Substring(m.GetProperty("start").GetInt32(), m.GetProperty("length").GetInt32()));
    }

    [Fact]
    public async Task Similar_members_are_the_nearest_to_one_without_itself()
    {
        var (client, _) = await Application.StartAsync();
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/similar?id=M:Acme.Files.TextFile.ReadLines(System.String)&k=2");
        var ids = answer.GetProperty("results").EnumerateArray().Select(r => r.GetProperty("id").GetString()!).ToList();
        Assert.Equal(2, ids.Count);
        Assert.All(ids, id => Assert.Contains("Acme.Files.TextFile", id, StringComparison.Ordinal));
        Assert.DoesNotContain("M:Acme.Files.TextFile.ReadLines(System.String)", ids);

        var unknown = await client.GetAsync("/api/similar?id=T:Nothing");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Contains("T:Nothing", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_the_map_tells_what_it_is()
    {
        var (client, _) = await Application.StartAsync();
        var found = await client.GetFromJsonAsync<JsonElement>("/api/search?q=read+the+lines&k=1");
        var row = found.GetProperty("results")[0].GetProperty("row").GetInt32();
        var member = await client.GetFromJsonAsync<JsonElement>($"/api/members/{row}");
        Assert.Equal("TextFile.ReadLines(string)", member.GetProperty("name").GetString());
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync("/api/members/12345")).StatusCode);
    }

    [Fact]
    public async Task Ten_megabytes_of_query_are_refused_and_the_next_query_answered()
    {
        await using var process = new ApiSearchProcess(Folder);
        await process.WaitForAsync(status => status.GetProperty("ready").GetBoolean());
        var client = await process.ListenAsync();
        var address = client.BaseAddress!;
        using var socket = new System.Net.Sockets.TcpClient(address.Host, address.Port);
        await using var stream = socket.GetStream();
        var sending = stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"GET /api/search?q={new string('a', 10_000_000)} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n"));
        using var reader = new StreamReader(stream);
        Assert.StartsWith("HTTP/1.1 414", await reader.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/search?q=file")).StatusCode);
        _ = sending.AsTask().ContinueWith(t => t.Exception, TaskScheduler.Default); // the server may hang up before it has read everything
    }

    [Fact]
    public async Task Sixty_four_clients_at_once_get_what_one_gets()
    {
        var (client, _) = await Application.StartAsync();
        await client.PostAsync("/api/index/rebuild", null); // else some are answered by the graph and some by what is not in it yet
        string[] queries = ["read+lines", "parse+a+date", "start+the+timer", "file+size"];
        var alone = new List<string>();
        foreach (var query in queries)
            alone.Add(await ResultsAsync(query));
        var together = await Task.WhenAll(Enumerable.Range(0, 64).Select(async i =>
        {
            var answers = new List<string>();
            for (var round = 0; round < 5; round++)
                answers.Add(await ResultsAsync(queries[(i + round) % queries.Length]));
            return (First: i, Answers: answers);
        }));
        Assert.All(together, t => Assert.Equal(Enumerable.Range(0, 5).Select(round => alone[(t.First + round) % queries.Length]), t.Answers));

        async Task<string> ResultsAsync(string query)
            => (await client.GetFromJsonAsync<JsonElement>($"/api/search?q={query}&facets=true")).GetProperty("results").GetRawText();
    }

    [Fact]
    public async Task The_OpenAPI_document_describes_the_search()
    {
        var (client, _) = await Application.StartAsync();
        var document = await client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        var search = document.GetProperty("paths").GetProperty("/api/search").GetProperty("get");
        Assert.Equal(["kind", "assembly", "namespace", "q", "k", "facets"], search.GetProperty("parameters").EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        Assert.True(document.GetProperty("paths").TryGetProperty("/api/status", out _));
    }

    [Theory]
    [InlineData("/", "text/html")]
    [InlineData("/app.css", "text/css")]
    [InlineData("/index.js", "text/javascript")]
    [InlineData("/map.html", "text/html")]
    [InlineData("/status.html", "text/html")]
    public async Task The_page_is_served(string path, string type)
    {
        using var client = Application.CreateClient();
        var response = await client.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }
}
