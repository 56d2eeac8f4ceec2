using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ApiSearch.Tests.Browser;

public sealed class AccessibilityTests(SiteFixture site, Chromium chromium) : IClassFixture<SiteFixture>
{
    [BrowserFact]
    public async Task No_page_has_a_serious_or_critical_violation_in_light_or_dark_wide_or_narrow()
    {
        var violations = new List<string>();
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            foreach (var width in new[] { 1280, 360 })
            {
                foreach (var (path, shown) in new[] { ("/", "#start"), ("/?q=file", ".result"), ("/?q=zyzzyva", "#message"), ("/map.html?q=file", ".spot"), ("/status.html", ".tile") })
                {
                    var page = await chromium.OpenAsync(site.Address, new()
                    {
                        ColorScheme = scheme,
                        ViewportSize = new() { Width = width, Height = 800 },
                        ReducedMotion = ReducedMotion.Reduce,
                    });
                    await page.GotoAsync(path);
                    await Expect(page.Locator(shown).First).ToBeVisibleAsync();
                    if (path == "/?q=file")
                        await page.Locator(".result").First.FocusAsync();
                    var result = await page.RunAxe();
                    violations.AddRange(result.Violations.Where(v => v.Impact is "serious" or "critical")
                        .Select(v => $"{path} {scheme} {width}: {v.Id}: {v.Help}: {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}"));
                    await page.Context.CloseAsync();
                }
            }
        }

        Assert.Empty(violations);
    }
}
