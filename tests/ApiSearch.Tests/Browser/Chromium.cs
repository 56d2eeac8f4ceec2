using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ApiSearch.Tests.Browser.Chromium))]

namespace ApiSearch.Tests.Browser;

/// <summary>The Chromium that is installed on this machine, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string Path = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium";
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsInstalled => File.Exists(Path);

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Path,
            // Chromium's sandbox refuses to be started by root, as a container does.
            ChromiumSandbox = Environment.UserName != "root",
            Timeout = 120_000,
        });
    }

    /// <summary>A page of its own, with nothing remembered.</summary>
    public async Task<IPage> OpenAsync(Uri address, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = address.ToString();
        options.ViewportSize ??= new() { Width = 1280, Height = 900 };
        options.Permissions = ["clipboard-read", "clipboard-write"];
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(60_000);
        Assertions.SetDefaultExpectTimeout(60_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.DisposeAsync();
        _playwright?.Dispose();
    }
}
