using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace ApiSearch.Tests.Browser;

public sealed class StatusPageTests(SiteFixture site, Chromium chromium) : IClassFixture<SiteFixture>
{
    [BrowserFact]
    public async Task The_tiles_show_the_index_as_the_server_sends_it()
    {
        var page = await chromium.OpenAsync(site.Address);
        await page.GotoAsync("/status.html");
        await Expect(page.Locator("#headline")).ToHaveTextAsync("All is well.");
        await Expect(page.Locator("#tile-rows .value")).ToHaveTextAsync("11");
        await Expect(page.Locator("#tile-pending .value")).ToHaveTextAsync("0");
        await Expect(page.Locator("#tile-recall .note")).ToHaveTextAsync("measured; the target is 0.98");
        await Expect(page.Locator("#source")).ToContainTextAsync("11 entries · corpus");
    }

    [BrowserFact]
    public async Task Verify_and_rebuild_say_what_they_found()
    {
        var page = await chromium.OpenAsync(site.Address);
        await page.GotoAsync("/status.html");
        await page.Locator("#verify").ClickAsync();
        await Expect(page.Locator("#outcome")).ToHaveTextAsync(new Regex(@"^Healthy: 11 of 11 rows were found, in \d+\.\d s\.$"));
        await page.Locator("#rebuild").ClickAsync();
        await Expect(page.Locator("#outcome")).ToHaveTextAsync(new Regex("^Built anew from 11 rows"));
        await Expect(page.Locator("#tile-rebuilt .value")).ToHaveTextAsync(new Regex("ago$"));
        await Expect(page.Locator("#tile-age .value")).ToHaveTextAsync(new Regex("ago$"));
    }
}
