using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(ApiSearch.Tests.Browser.Chromium))]

namespace ApiSearch.Tests.Browser;

/// <summary>The Chromium that is installed on this machine, started once for all tests.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string? Program = Places().FirstOrDefault(File.Exists);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public static bool IsInstalled => Program is not null;

    public async ValueTask InitializeAsync()
    {
        if (!IsInstalled)
            return;
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Program,
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

    // The one that is named and no other, else what the shell finds, else where installers put it.
    private static IEnumerable<string> Places()
    {
        if (Environment.GetEnvironmentVariable("CHROMIUM") is { Length: > 0 } named)
            return [named];
        var folders = Environment.GetEnvironmentVariable("PATH")?.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries) ?? [];
        string[] commands = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return [.. commands.SelectMany(_ => folders, (command, folder) => Path.Combine(folder, command + suffix)), .. Installed()];
    }

    private static IEnumerable<string> Installed()
    {
        if (OperatingSystem.IsMacOS())
            return ["/Applications/Chromium.app/Contents/MacOS/Chromium", "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];
        if (!OperatingSystem.IsWindows())
            return [];
        Environment.SpecialFolder[] folders = [Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86, Environment.SpecialFolder.LocalApplicationData];
        string[] browsers = [@"Chromium\Application\chrome.exe", @"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe"];
        return browsers.SelectMany(_ => folders, (browser, folder) => Path.Combine(Environment.GetFolderPath(folder), browser));
    }
}
