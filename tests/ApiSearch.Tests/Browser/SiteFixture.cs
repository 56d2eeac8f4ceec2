namespace ApiSearch.Tests.Browser;

/// <summary>The application over a small corpus, ready; shared by the tests that change nothing of it.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ApiSearchProcess? _process;

    public Uri Address { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!Chromium.IsInstalled)
            return;
        ApiSearchApplication.WriteCorpus(_folder);
        _folder.Write("corpus/Acme.Markup.xml", """
            <doc><assembly><name>Acme.Markup</name></assembly><members>
              <member name="M:Acme.Markup.Page.Render"><summary>Writes &lt;img src=x onerror="document.title='broken'"&gt; and &lt;b&gt;bold&lt;/b&gt; markup.</summary></member>
            </members></doc>
            """);
        _process = new ApiSearchProcess(_folder);
        await _process.WaitForAsync(status => status.GetProperty("ready").GetBoolean());
        Address = (await _process.ListenAsync()).BaseAddress!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
            await _process.DisposeAsync();
        _folder.Dispose();
    }
}
