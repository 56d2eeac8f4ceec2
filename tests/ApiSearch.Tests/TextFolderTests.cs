using System.Net.Http.Json;
using System.Text.Json;
using ApiSearch.Corpus;

namespace ApiSearch.Tests;

public sealed class TextFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Markdown_is_read_from_heading_to_heading_without_its_marks()
    {
        var path = _folder.Write("notes/guide/soup.md", """
            # Soup

            A **warm** meal, see [stew](stew.md).

            ## Cooking
            - chop `onions`
            - boil

            ```
            # not a heading
            ```
            """);
        var sections = new TextFolder(_folder.File("notes")).Read(path);
        Assert.Equal(["Soup", "Cooking"], sections.Select(s => s.Name));
        Assert.Equal("A warm meal, see stew.", sections[0].Summary);
        Assert.Equal("chop onions boil # not a heading", sections[1].Summary);
        Assert.All(sections, s => Assert.Equal((MemberKind.Section, "guide/soup.md", "guide", "Soup"), (s.Kind, s.Assembly, s.Namespace, s.TypeSummary)));
        Assert.Equal(["guide/soup.md#1", "guide/soup.md#2"], sections.Select(s => s.Id));
    }

    [Fact]
    public void Long_text_is_read_in_passages_that_lose_no_word()
    {
        var words = Enumerable.Range(0, 2_000).Select(i => $"word{i}").ToList();
        var path = _folder.Write("notes/long.txt", string.Join("\n\n", words.Chunk(90).Select(line => string.Join(' ', line))));
        var passages = new TextFolder(_folder.File("notes")).Read(path);
        Assert.InRange(passages.Count, 10, 25);
        Assert.All(passages, p => Assert.InRange(p.Summary.Length, 1, 1_300));
        Assert.Equal(words, passages.SelectMany(p => p.Summary.Split(' ')));
    }

    [Fact]
    public void Links_out_of_the_folder_are_not_followed()
    {
        _folder.Write("outside/secret.md", "# Secret");
        var inside = _folder.Write("texts/note.md", "# Note");
        Directory.CreateSymbolicLink(_folder.File("texts/link"), _folder.File("outside"));
        File.CreateSymbolicLink(_folder.File("texts/other.md"), _folder.File("outside/secret.md"));

        Assert.Equal([inside], new TextFolder(_folder.File("texts")).Paths);
    }

    [Fact]
    public async Task A_folder_is_searched_instead_of_the_documentation()
    {
        _folder.Write("notes/soup.md", "# Soup\n\nCook the soup in a pot with salt.\n");
        _folder.Write("notes/garden.txt", "Water the roses in the evening.");
        await using var application = new ApiSearchApplication(_folder, ("source", _folder.File("notes")));
        var (client, status) = await application.StartAsync();
        Assert.Equal("notes", status.GetProperty("source").GetString());
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/search?q=watering+roses&kind=section&facets=true");
        Assert.Equal("garden.txt", answer.GetProperty("results")[0].GetProperty("assembly").GetString());
        Assert.Equal("""[{"value":"section","count":2}]""", answer.GetProperty("facets").GetProperty("kinds").GetRawText());
    }

    [Fact]
    public async Task A_folder_without_a_single_word_is_stored_finds_nothing_and_has_an_empty_map()
    {
        _folder.Write("notes/!!!.txt", "!!! ??? ...");
        await using var application = new ApiSearchApplication(_folder, ("source", _folder.File("notes")));
        var (client, status) = await application.StartAsync();
        Assert.Equal(("ready", 1L), (status.GetProperty("phase").GetString(), status.GetProperty("indexed").GetInt64()));
        var answer = await client.GetFromJsonAsync<JsonElement>("/api/search?q=roses");
        Assert.Empty(answer.GetProperty("results").EnumerateArray());
        Assert.Equal(0, (await application.MapAsync()).Header.GetProperty("count").GetInt32());
    }

    [Fact]
    public async Task A_folder_that_does_not_exist_is_named_with_what_to_type()
    {
        await using var application = new ApiSearchApplication(_folder, ("source", _folder.File("nowhere")));
        var (_, status) = await application.StartAsync();
        Assert.Equal("failed", status.GetProperty("phase").GetString());
        Assert.Contains("nowhere' does not exist. Name one that does: dotnet run -- --source", status.GetProperty("message").GetString(), StringComparison.Ordinal);
    }
}
