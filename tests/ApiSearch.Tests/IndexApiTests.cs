using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace ApiSearch.Tests;

public sealed class IndexApiTests : ApplicationTest
{
    [Fact]
    public async Task Status_tells_how_the_index_does()
    {
        var (_, status) = await Application.StartAsync();
        var index = status.GetProperty("index");
        Assert.Equal(("Members.Embedding", 384), (index.GetProperty("name").GetString(), index.GetProperty("dimensions").GetInt32()));
        Assert.Equal((10L, 0.98), (index.GetProperty("rows").GetInt64(), index.GetProperty("targetRecall").GetDouble()));
        Assert.False(index.GetProperty("isRebuilding").GetBoolean());
    }

    [Fact]
    public async Task Events_send_the_status_and_again_when_it_changed()
    {
        var (client, _) = await Application.StartAsync();
        await using var stream = await client.GetStreamAsync("/api/status/events", TestContext.Current.CancellationToken);
        await using var events = SseParser.Create(stream).EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator(TestContext.Current.CancellationToken);
        Assert.True(await events.MoveNextAsync());
        Assert.Equal("status", events.Current.EventType);

        await client.PostAsync("/api/index/rebuild", null, TestContext.Current.CancellationToken);
        while (JsonSerializer.Deserialize<JsonElement>(events.Current.Data).GetProperty("index").GetProperty("lastRebuild").ValueKind == JsonValueKind.Null)
            Assert.True(await events.MoveNextAsync());
    }

    [Fact]
    public async Task Verify_compares_every_row_and_rebuild_writes_a_snapshot()
    {
        var (client, _) = await Application.StartAsync();
        var verified = await (await client.PostAsync("/api/index/verify", null)).Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(verified.GetProperty("healthy").GetBoolean(), verified.ToString());
        Assert.Equal((10L, 10L), (verified.GetProperty("rows").GetInt64(), verified.GetProperty("checked").GetInt64()));

        var rebuilt = await (await client.PostAsync("/api/index/rebuild", null)).Content.ReadFromJsonAsync<JsonElement>();
        var index = rebuilt.GetProperty("index");
        Assert.True(index.GetProperty("fileBytes").GetInt64() > 0);
        Assert.InRange(index.GetProperty("fileWrittenAt").GetDateTimeOffset(), DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(1));
        Assert.NotEqual(JsonValueKind.Null, index.GetProperty("lastRebuild").ValueKind);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Origin", "https://example.com")]
    [InlineData("Origin", "null")]
    public async Task Another_site_cannot_press_the_buttons(string header, string value)
    {
        var (client, _) = await Application.StartAsync();
        foreach (var action in new[] { "verify", "rebuild" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/index/{action}");
            request.Headers.Add(header, value);
            Assert.Equal(HttpStatusCode.Forbidden, (await client.SendAsync(request)).StatusCode);
        }
    }

    [Theory]
    [InlineData("/api/status")]
    [InlineData("/")]
    public async Task Another_name_that_leads_here_is_no_name_of_this_site(string path)
    {
        var (client, _) = await Application.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Host = "rebound.example.com";
        Assert.Equal(HttpStatusCode.BadRequest, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_sites_own_pages_can_press_the_buttons()
    {
        var (client, _) = await Application.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/index/verify");
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        request.Headers.Add("Origin", "http://localhost");
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Health_is_said_in_a_word()
    {
        var (client, _) = await Application.StartAsync();
        Assert.Equal("Healthy", await client.GetStringAsync("/health"));
    }

    [Fact]
    public async Task Metrics_count_searches_and_the_rows_that_wait()
    {
        var (client, _) = await Application.StartAsync();
        await client.GetAsync("/api/search?q=file");
        var metrics = await client.GetStringAsync("/metrics");
        Assert.Contains("omendb_searches_total{", metrics, StringComparison.Ordinal);
        Assert.Contains("omendb_index=\"Members.Embedding\"", metrics, StringComparison.Ordinal);
        Assert.Contains("http_server_request_duration_seconds_bucket", metrics, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_map_has_a_place_for_every_member()
    {
        var (client, _) = await Application.StartAsync();
        var (header, bytes, tag) = await Application.MapAsync();
        Assert.Equal("""{"count":10,"groups":[{"name":"Acme.Clock","count":5},{"name":"Acme.Files","count":5}]}""", header.GetRawText());
        var columns = (4 + BitConverter.ToInt32(bytes) + 3) / 4 * 4;
        Assert.Equal(columns + (10 * (4 + 2 + 2 + 2)), bytes.Length);
        Assert.Equal(Enumerable.Range(1, 10), Enumerable.Range(0, 10).Select(i => BitConverter.ToInt32(bytes, columns + (4 * i))));

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/map");
        again.Headers.IfNoneMatch.Add(tag);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(again)).StatusCode);
    }
}
