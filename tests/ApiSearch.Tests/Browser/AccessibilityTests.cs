using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ApiSearch.Tests.Browser;

public sealed class AccessibilityTests(SiteFixture site, Chromium chromium) : IClassFixture<SiteFixture>
{
    /// <summary>Every page in every state that an address leads to, and what is to be seen then.</summary>
    public static readonly (string Path, string Shown)[] States =
    [
        ("/", "#start"),
        ("/?q=file", ".result"),
        ("/?q=file&kind=method&assembly=Acme.Files", ".result"),
        ("/?like=M:Acme.Files.TextFile.ReadLines(System.String)", ".result"),
        ("/?q=zyzzyva", "#message"),
        ("/?q=file&kind=gadget", "#message.failed"),
        ("/map.html", "#legend button"),
        ("/map.html?q=file", ".spot"),
        ("/status.html", ".tile"),
    ];

    [BrowserFact]
    public async Task No_state_of_any_page_has_a_serious_or_critical_violation_in_light_or_dark_wide_or_narrow()
    {
        var violations = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var width in new[] { 1280, 320 })
            {
                var page = await chromium.OpenAsync(site.Address, new()
                {
                    ColorScheme = scheme,
                    ViewportSize = new() { Width = width, Height = 800 },
                    ReducedMotion = ReducedMotion.Reduce,
                });
                foreach (var (path, shown) in States)
                {
                    await page.GotoAsync(path);
                    await Expect(page.Locator(shown).First).ToBeVisibleAsync();
                    violations.AddRange(await ViolationsAsync(page));
                    if (path != "/?q=file")
                        continue;
                    if (await page.Locator("#filters").IsVisibleAsync())
                        await page.Locator("#filters").ClickAsync();
                    await page.Locator("#times summary").ClickAsync();
                    await page.Locator(".result").Nth(1).FocusAsync();
                    violations.AddRange(await ViolationsAsync(page));
                }

                await page.Context.CloseAsync();
            }
        }

        Assert.Empty(violations);
    }

    public static async Task<IEnumerable<string>> ViolationsAsync(IPage page)
        => (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical")
            .Select(v => $"{page.Url}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}");
}
