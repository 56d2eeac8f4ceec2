using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ApiSearch.Tests.Browser;

public sealed partial class SearchPageTests(SiteFixture site, Chromium chromium) : IClassFixture<SiteFixture>
{
    private const string ReadLines = "TextFile.ReadLines(string)";

    [BrowserFact]
    public async Task Results_come_as_one_types_with_the_words_marked_and_the_distance_shown()
    {
        var page = await OpenAsync("/");
        await page.Locator("#q").PressSequentiallyAsync("reading lines");
        var first = page.Locator(".result").First;
        await Expect(first.Locator("h3")).ToHaveTextAsync(ReadLines);
        await Expect(first.Locator(".summary mark")).ToHaveTextAsync(["Reads", "lines"]);
        await Expect(first.Locator(".place")).ToContainTextAsync("Acme.Files");
        await Expect(first.Locator(".distance")).ToHaveTextAsync(Distance());
        await Expect(first.Locator(".kind use")).ToHaveAttributeAsync("href", "icons.svg#method");
        await Expect(page.Locator("#announce")).ToContainTextAsync("results for reading lines");
    }

    [BrowserFact]
    public async Task An_answer_that_was_superseded_is_never_shown()
    {
        var page = await OpenAsync("/");
        var slow = new TaskCompletionSource();
        await page.RouteAsync("**/api/search?*q=timer*", async route =>
        {
            await slow.Task;
            await route.ContinueAsync();
        });
        var cancelled = page.WaitForRequestFailedAsync("timer");
        await page.RunAndWaitForRequestAsync(() => page.Locator("#q").FillAsync("timer"), new Regex("q=timer"));
        await page.Locator("#q").FillAsync("lines of a file");
        await Expect(page.Locator(".result h3").First).ToHaveTextAsync(ReadLines);
        Assert.Contains("ABORTED", (await cancelled).Failure, StringComparison.Ordinal);
        slow.SetResult();
        await Expect(page.Locator(".result h3").First).ToHaveTextAsync(ReadLines);
    }

    [BrowserFact]
    public async Task A_facet_filters_before_the_search_and_a_second_press_frees_it()
    {
        var page = await OpenAsync("/?q=file");
        var facet = page.GetByRole(AriaRole.Button, new() { Name = "Acme.Clock" }).First;
        await facet.ClickAsync();
        await Expect(page.Locator(".result")).ToHaveCountAsync(5);
        await Expect(page.Locator(".result .assembly")).ToHaveTextAsync(Enumerable.Repeat("Acme.Clock", 5));
        await Expect(page).ToHaveURLAsync(new Regex("assembly=Acme.Clock"));
        await Expect(facet).ToHaveAttributeAsync("aria-pressed", "true");
        await facet.ClickAsync();
        await Expect(page.Locator(".result")).ToHaveCountAsync(11);
        await Expect(page).ToHaveURLAsync(new Regex(@"\?q=file$"));
    }

    [BrowserFact]
    public async Task The_keyboard_is_enough()
    {
        var page = await OpenAsync("/?q=read+the+lines+of+a+file");
        await Expect(page.Locator(".result").First).ToBeVisibleAsync();
        await page.Locator("#theme").FocusAsync();
        await page.Keyboard.PressAsync("/");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".result").First).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(page.Locator(".result").Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("ArrowUp");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".result").First.Locator(".actions")).ToContainTextAsync("Copied");
        Assert.Equal($"Acme.Files.{ReadLines}", await page.EvaluateAsync<string>("navigator.clipboard.readText()"));
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("#q")).ToHaveValueAsync("");
        await Expect(page.Locator("#start")).ToBeVisibleAsync();
        await Expect(page).ToHaveURLAsync(new Regex("/$"));
    }

    [BrowserFact]
    public async Task More_like_this_searches_by_the_stored_vector_and_back_goes_back()
    {
        var page = await OpenAsync("/?q=read+the+lines+of+a+file");
        await page.Locator(".result").First.HoverAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = $"More like this: {ReadLines}" }).ClickAsync();
        await Expect(page.Locator("#heading")).ToContainTextAsync("Like Acme.Files.TextFile.ReadLines");
        await page.ReloadAsync();
        await Expect(page.Locator("#q")).ToHaveAttributeAsync("placeholder", "like Acme.Files.TextFile.ReadLines");
        await Expect(page.Locator(".result h3", new() { HasText = "ReadLines" })).ToHaveCountAsync(0);
        await Expect(page.Locator(".result")).ToHaveCountAsync(10);
        await page.GoBackAsync();
        await Expect(page.Locator("#q")).ToHaveValueAsync("read the lines of a file");
        await Expect(page.Locator(".result h3").First).ToHaveTextAsync(ReadLines);
    }

    [BrowserFact]
    public async Task A_link_shows_what_it_was_copied_from()
    {
        var page = await OpenAsync("/?q=calendar&kind=property&namespace=Acme.Clock");
        await Expect(page.Locator("#q")).ToHaveValueAsync("calendar");
        await Expect(page.Locator(".result h3")).ToHaveTextAsync(["Date.Year"]);
        await Expect(page.Locator(".facet[aria-pressed=true]")).ToHaveCountAsync(2);
        await Expect(page).ToHaveTitleAsync("calendar · API search");
    }

    [BrowserFact]
    public async Task The_empty_page_offers_examples_and_unknown_words_are_answered_with_advice()
    {
        var page = await OpenAsync("/");
        await Expect(page.Locator("#q")).ToBeFocusedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "parse a date" }).ClickAsync();
        await Expect(page.Locator(".result h3").First).ToHaveTextAsync("Date.Parse(string)");
        await page.Locator("#q").FillAsync("zyzzyva");
        await Expect(page.Locator("#message")).ToContainTextAsync("none of these words");
        await Expect(page.Locator(".result")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "compress bytes" }).ClickAsync();
        await Expect(page.Locator(".result").First).ToBeVisibleAsync();
        await Expect(page.Locator("#start")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task A_link_with_a_wrong_filter_says_so_and_how_to_get_out()
    {
        var page = await OpenAsync("/?q=file&kind=gadget");
        await Expect(page.Locator("#message")).ToContainTextAsync("kind is one of type, constructor, method");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clear filters" }).ClickAsync();
        await Expect(page.Locator(".result")).ToHaveCountAsync(11);
        await Expect(page).ToHaveURLAsync(new Regex(@"\?q=file$"));
    }

    [BrowserFact]
    public async Task A_chosen_value_that_is_not_among_the_nearest_stays_chosen_without_a_count()
    {
        var page = await OpenAsync("/?q=file&assembly=Acme.Nowhere");
        await Expect(page.Locator("#message")).ToHaveTextAsync("No member passes these filters.");
        await Expect(page.Locator(".facet[aria-pressed=true]")).ToHaveTextAsync("Acme.Nowhere");
    }

    [BrowserFact]
    public async Task A_server_that_is_gone_is_said_and_the_page_goes_on_when_it_is_back()
    {
        var page = await OpenAsync("/?q=file");
        await Expect(page.Locator(".result").First).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(true);
        await page.Locator("#q").FillAsync("timer");
        await Expect(page.Locator("#message")).ToHaveTextAsync("The server does not answer. Is it still running?");
        await page.Context.SetOfflineAsync(false);
        await page.Locator("#q").FillAsync("timers");
        await Expect(page.Locator(".result h3").First).ToContainTextAsync("Timer");
        await Expect(page.Locator("#message")).ToBeHiddenAsync();
    }

    [BrowserFact]
    public async Task Markup_in_the_documentation_is_text()
    {
        var page = await OpenAsync("/?q=render+markup");
        await Expect(page.Locator(".result .summary").First).ToContainTextAsync("<img src=x onerror=");
        await Expect(page.Locator(".result img, .result b")).ToHaveCountAsync(0);
        await Expect(page).ToHaveTitleAsync("render markup · API search");
    }

    [BrowserFact]
    public async Task Times_are_shown_stage_by_stage_when_asked_for()
    {
        var page = await OpenAsync("/?q=file");
        await Expect(page.Locator("#times dl")).ToBeHiddenAsync();
        await page.Locator("#times summary").ClickAsync();
        await Expect(page.Locator("#times dt")).ToHaveTextAsync(["embed", "index", "SQL around it", "facets", "total"]);
        await Expect(page.Locator("#times dd").Last).ToHaveTextAsync(new Regex(@"^\d+\.\d\d ms$"));
    }

    [BrowserFact]
    public async Task Dark_follows_the_preference_until_the_toggle_says_otherwise()
    {
        var page = await OpenAsync("/", new() { ColorScheme = ColorScheme.Dark });
        await Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(19, 18, 23)");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use light colours" }).ClickAsync();
        await Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(253, 253, 254)");
        await page.ReloadAsync();
        await Expect(page.Locator("body")).ToHaveCSSAsync("background-color", "rgb(253, 253, 254)");
    }

    [BrowserFact]
    public async Task At_320_pixels_nothing_is_cut_off_and_the_filters_fold_away()
    {
        foreach (var (path, shown) in AccessibilityTests.States)
        {
            var page = await OpenAsync(path, new() { ViewportSize = new() { Width = 320, Height = 640 }, HasTouch = true });
            await Expect(page.Locator(shown).First).ToBeVisibleAsync();
            await NothingScrollsSidewaysAsync(page);
            if (path != "/?q=file")
                continue;
            await Expect(page.Locator("#facets")).ToBeHiddenAsync();
            await page.Locator("#filters").ClickAsync();
            await Expect(page.Locator("#facets")).ToBeVisibleAsync();
            await Expect(page.Locator(".result .actions").First).ToHaveCSSAsync("opacity", "1");
            await page.Locator("#times summary").ClickAsync();
            await NothingScrollsSidewaysAsync(page);
        }

        static async Task NothingScrollsSidewaysAsync(IPage page)
            => Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"{page.Url} scrolls sideways");
    }

    [BrowserFact]
    public async Task What_was_typed_before_a_slow_script_arrived_is_searched()
    {
        var page = await chromium.OpenAsync(site.Address);
        var arrives = new TaskCompletionSource();
        await page.RouteAsync("**/index.js", async route =>
        {
            await arrives.Task;
            await route.ContinueAsync();
        });
        await page.GotoAsync("/", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("#q").FillAsync("read the lines of a file");
        arrives.SetResult();
        await Expect(page.Locator(".result h3").First).ToHaveTextAsync(ReadLines);
    }

    [BrowserFact]
    public async Task Every_page_works_though_its_scripts_are_slow()
    {
        var page = await chromium.OpenAsync(site.Address);
        await page.RouteAsync("**/*.js", async route =>
        {
            await Task.Delay(400);
            await route.ContinueAsync();
        });
        await page.GotoAsync("/?q=read+the+lines+of+a+file", new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator(".result h3").First).ToHaveTextAsync(ReadLines);
        await page.GotoAsync("/map.html?q=file", new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator("#map")).ToHaveAttributeAsync("data-lit", "11");
        await page.GotoAsync("/status.html", new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator("#tile-rows .value")).ToHaveTextAsync("11");
    }

    [BrowserFact]
    public async Task Every_page_works_offline_and_asks_nothing_of_any_other_machine()
    {
        var page = await chromium.OpenAsync(site.Address);
        var elsewhere = new List<string>();
        await page.Context.RouteAsync(url => !url.StartsWith(site.Address.ToString(), StringComparison.Ordinal), async route =>
        {
            elsewhere.Add(route.Request.Url);
            await route.AbortAsync();
        });
        await page.GotoAsync("/?q=file");
        await Expect(page.Locator(".result")).ToHaveCountAsync(11);
        await page.GotoAsync("/map.html?q=file");
        await Expect(page.Locator("#map")).ToHaveAttributeAsync("data-lit", "11");
        await page.GotoAsync("/status.html");
        await Expect(page.Locator("#tile-rows .value")).ToHaveTextAsync("11");
        Assert.Empty(elsewhere);
    }

    private async Task<IPage> OpenAsync(string path, BrowserNewContextOptions? options = null)
    {
        var page = await chromium.OpenAsync(site.Address, options);
        await page.GotoAsync(path);
        return page;
    }

    [GeneratedRegex(@"^distance 0\.\d{3}$")]
    private static partial Regex Distance();
}
