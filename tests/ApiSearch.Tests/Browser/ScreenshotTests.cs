using System.Globalization;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ApiSearch.Tests.Browser;

/// <summary>Pictures of the pages, for people to look at: under artifacts/screenshots. APISEARCH_URL names another site to take them of.</summary>
public sealed class ScreenshotTests(SiteFixture site, Chromium chromium) : IClassFixture<SiteFixture>
{
    [BrowserFact]
    public async Task Every_page_has_its_picture_taken()
    {
        var address = Environment.GetEnvironmentVariable("APISEARCH_URL") is { Length: > 0 } other ? new Uri(other) : site.Address;
        var folder = Path.Combine(Repository.Folder, "artifacts", "screenshots");
        foreach (var (name, path, shown, width, scheme) in new[]
        {
            ("start", "/", "#examples button", 1200, ColorScheme.Light),
            ("light", "/?q=read+all+lines+of+a+text+file", ".result, #message:not(:empty)", 1200, ColorScheme.Light),
            ("dark", "/?q=cancel+a+task+after+a+time", ".result, #message:not(:empty)", 1200, ColorScheme.Dark),
            ("phone", "/?q=parse+a+date", ".result, #message:not(:empty)", 375, ColorScheme.Light),
            ("map", "/map.html?q=compress+a+file", "#map[data-points]", 1200, ColorScheme.Dark),
            ("map-light", "/map.html", "#map[data-points]", 1200, ColorScheme.Light),
            ("map-phone", "/map.html?q=compress+a+file", "#map[data-points]", 375, ColorScheme.Dark),
            ("status", "/status.html", "#tile-recall .value", 1200, ColorScheme.Light),
        })
        {
            var page = await chromium.OpenAsync(address, new()
            {
                ColorScheme = scheme,
                ViewportSize = new() { Width = width, Height = width < 500 ? 740 : 760 },
                ReducedMotion = ReducedMotion.Reduce,
                HasTouch = width < 500,
            });
            await page.GotoAsync(path);
            await Expect(page.Locator(shown).First).ToBeVisibleAsync();
            await Expect(page.Locator("#ingestion")).ToBeHiddenAsync();
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
            var file = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}.png"));
            await page.ScreenshotAsync(new() { Path = file });
            Assert.True(new FileInfo(file).Length > 5_000);
            await page.Context.CloseAsync();
        }
    }
}
