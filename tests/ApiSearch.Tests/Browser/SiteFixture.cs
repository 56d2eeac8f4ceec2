namespace ApiSearch.Tests.Browser;

/// <summary>The application on a real port over a small corpus, ready; shared by the tests that change nothing of it.</summary>
public sealed class SiteFixture : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private ApiSearchApplication? _application;

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
        _application = new ApiSearchApplication(_folder);
        Address = _application.Listen();
        await _application.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
            await _application.DisposeAsync();
        _folder.Dispose();
    }
}
