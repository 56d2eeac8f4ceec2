using ApiSearch.Embeddings;

namespace ApiSearch.Tests;

public sealed class WordsTests
{
    [Theory]
    [InlineData("ReadAllLinesAsync", "read all lines async")]
    [InlineData("HttpPostJSON", "http post json")]
    [InlineData("XMLReader", "xml reader")]
    [InlineData("GZipStream", "gzip stream")]
    [InlineData("IEnumerable", "enumerable")]
    [InlineData("IHttpClientFactory", "http client factory")]
    [InlineData("IPAddress", "ip address")]
    [InlineData("TKey", "key")]
    [InlineData("SHA256", "sha256")]
    [InlineData("Utf8JsonReader", "utf8 json reader")]
    [InlineData("UInt32", "uint32")]
    [InlineData("lowercase", "lowercase")]
    public void Identifiers_split_at_their_capitals(string identifier, string words)
        => Assert.Equal(words, string.Join(' ', Words.Split(identifier)));

    [Fact]
    public void Texts_are_words_without_the_ones_that_say_nothing()
        => Assert.Equal(["open", "text", "file", "reads", "lines"], Words.Of("Open a text-file; reads the Lines."));

    [Fact]
    public void Words_of_every_language_are_whole()
        => Assert.Equal(["größe", "änderung", "œuvre", "école", "дата", "日本語"], Words.Of("GrößeÄnderung, l'œuvre; École – дата 日本語"));

    [Theory]
    [InlineData("read", "reads", "reading")]
    [InlineData("compress", "compresses", "compression", "compressed", "compressing")]
    [InlineData("parse", "parses", "parsing", "parsed")]
    [InlineData("directory", "directories")]
    [InlineData("create", "creates", "creation", "creating", "created")]
    [InlineData("stop", "stopped", "stopping")]
    [InlineData("serialize", "serializes", "serialization", "serializing")]
    public void Forms_of_a_word_share_a_stem(params string[] forms)
        => Assert.Single(forms.Select(Words.Stem).Distinct());

    [Theory]
    [InlineData("process")]
    [InlineData("status")]
    [InlineData("sha256")]
    [InlineData("is")]
    public void Words_that_only_look_inflected_are_left_alone(string word) => Assert.Equal(word, Words.Stem(word));
}
