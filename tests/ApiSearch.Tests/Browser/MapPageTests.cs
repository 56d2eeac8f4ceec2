using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ApiSearch.Tests.Browser;

public sealed class MapPageTests(SiteFixture site, Chromium chromium) : IClassFixture<SiteFixture>
{
    [BrowserFact]
    public async Task Every_entry_is_a_point_and_results_are_lit_up()
    {
        var page = await OpenAsync("/map.html?q=file");
        await Expect(page.Locator("#map")).ToHaveAttributeAsync("data-points", "11");
        await Expect(page.Locator("#map")).ToHaveAttributeAsync("data-lit", "11");
        await Expect(page.Locator("#legend button").First).ToContainTextAsync("Acme.Clock");
    }

    [BrowserFact]
    public async Task Assemblies_are_told_apart_by_colour_and_results_stand_out_in_both_schemes()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await chromium.OpenAsync(site.Address, new() { ColorScheme = scheme });
            await page.GotoAsync("/map.html");
            await Expect(page.Locator("#map")).ToHaveAttributeAsync("data-points", "11");
            var swatches = await page.Locator("#legend .swatch").EvaluateAllAsync<string[]>("all => all.map(s => getComputedStyle(s).backgroundColor)");
            Assert.Equal(3, swatches.Distinct().Count());
            Assert.DoesNotContain("rgba(0, 0, 0, 0)", swatches);
            var without = await ColoursAsync(page);
            Assert.True(without.Count >= 4, $"{scheme}: {string.Join(", ", without)}"); // three assemblies, and the paper
            await page.Locator("#q").FillAsync("file");
            await Expect(page.Locator("#map")).ToHaveAttributeAsync("data-lit", "11");
            Assert.Contains(scheme == ColorScheme.Light ? "81,70,201" : "169,161,255", await ColoursAsync(page));
        }

        static async Task<HashSet<string>> ColoursAsync(IPage page)
        {
            await PictureAsync(page);
            return [.. await page.EvaluateAsync<string[]>("""
                () => {
                  const map = document.getElementById('map');
                  const { data } = map.getContext('2d').getImageData(0, 0, map.width, map.height);
                  const found = new Set();
                  for (let at = 0; at < data.length; at += 4) found.add(`${data[at]},${data[at + 1]},${data[at + 2]}`);
                  return [...found];
                }
                """)];
        }
    }

    [BrowserFact]
    public async Task A_point_under_the_pointer_tells_its_name_wherever_it_was_zoomed_to()
    {
        var page = await OpenAsync("/map.html?q=read+the+lines+of+a+file");
        await Expect(page.Locator("#map")).ToHaveAttributeAsync("data-points", "11");
        await page.GetByRole(AriaRole.Button, new() { Name = "TextFile.ReadLines(string)" }).ClickAsync(); // the map moves it to the middle
        var map = (await page.Locator("#map").BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(map.X + (map.Width / 2), map.Y + (map.Height / 2));
        await Expect(page.Locator("#tip")).ToContainTextAsync("TextFile.ReadLines(string)");
        await page.Mouse.WheelAsync(0, -600);
        await page.Mouse.MoveAsync(map.X + (map.Width / 2) + 1, map.Y + (map.Height / 2));
        await Expect(page.Locator("#tip")).ToContainTextAsync("TextFile.ReadLines(string)");
    }

    [BrowserFact]
    public async Task Zoom_pan_and_legend_change_the_picture()
    {
        var page = await OpenAsync("/map.html");
        var map = page.Locator("#map");
        await Expect(map).ToHaveAttributeAsync("data-points", "11");
        var pictures = new HashSet<string> { await PictureAsync(page) };
        await page.GetByRole(AriaRole.Button, new() { Name = "Zoom in" }).ClickAsync();
        Assert.True(pictures.Add(await PictureAsync(page)));
        await map.FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.True(pictures.Add(await PictureAsync(page)));
        await page.Keyboard.PressAsync("0");
        Assert.False(pictures.Add(await PictureAsync(page)));
        await page.Locator("#legend button").First.ClickAsync();
        Assert.True(pictures.Add(await PictureAsync(page)));
    }

    // Two frames on, what was asked for is drawn.
    private static Task<string> PictureAsync(IPage page) => page.EvaluateAsync<string>("""
        () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(document.getElementById('map').toDataURL()))))
        """);

    private async Task<IPage> OpenAsync(string path)
    {
        var page = await chromium.OpenAsync(site.Address);
        await page.GotoAsync(path);
        return page;
    }
}
