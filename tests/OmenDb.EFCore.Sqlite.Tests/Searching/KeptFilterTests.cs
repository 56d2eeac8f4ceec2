using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>The rows that a filter lets through are collected once, as long as nothing changes; whatever changes, by whomever, counts in the next search.</summary>
public sealed class KeptFilterTests : DatabaseTest
{
    private const int Rows = 2_000;
    private const int Many = 12_000; // to collect them takes longer than a probe, everywhere
    private const int Few = 40; // rows that pass: too few for the nearest ones to hold ten

    private static readonly float[] Query = Vectors.Random(99);

    private readonly WorkClock _clock = new();

    public KeptFilterTests() => IndexRegistry.Get(Database.FilePath, clock: _clock);

    [Fact]
    public async Task A_filter_that_is_asked_for_again_is_not_evaluated_for_every_row_again()
    {
        await using var db = await FilledAsync();

        await FewAsync(db);
        var first = Steps(db);
        await FewAsync(db);
        var second = Steps(db) - first;

        Assert.InRange(second, 1, first / 4);
    }

    [Fact]
    public async Task A_filter_that_the_nearest_rows_pass_is_collected_too_once_it_was_asked_for_often()
    {
        await using var db = await FilledAsync();
        var steps = new List<int>();
        for (var i = 0; i < 40; i++)
        {
            var before = i == 0 ? 0 : Steps(db);
            await db.Articles.Where(a => a.Category == 1).NearestTo(Query, 10).Select(a => a.Id).ToListAsync();
            steps.Add(Steps(db) - before);
        }

        Assert.True(steps[^1] < steps[0], $"{steps[^1]} steps, {steps[0]} at first");
    }

    [Fact]
    public async Task A_filter_whose_other_values_let_few_rows_through_is_collected_at_once()
    {
        await using var db = await FilledAsync();

        await BetweenAsync(db, 500, 515);
        var first = Steps(db);
        Assert.All(await BetweenAsync(db, 1200, 1215), id => Assert.InRange(id, 1200, 1215));
        var second = Steps(db) - first;

        Assert.InRange(second, 1, first * 2 / 3);
    }

    [Fact]
    public async Task A_filter_that_lets_many_rows_through_where_its_other_values_did_not_is_looked_into_first_from_then_on()
    {
        await using var db = await FilledAsync(Many);
        await BetweenAsync(db, 500, 515);
        var before = Steps(db);
        _clock.Step = TimeSpan.FromMilliseconds(10);
        Assert.Equal(await db.NearestIdsAsync(Query, 10), await BetweenAsync(db, 1, Many));
        var collected = Steps(db) - before;

        Assert.Equal(await db.NearestIdsAsync(Query, 10), await BetweenAsync(db, 0, Many));

        Assert.InRange(Steps(db) - before - collected, 1, collected / 4);
    }

    [Fact]
    public async Task A_filter_that_one_row_in_ten_passes_is_not_collected_where_that_would_take_longer_than_a_probe()
    {
        await using var db = await FilledAsync(Many);
        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.Category, a => a.Id % 10));

        Assert.Equal(10, await db.Articles.Where(a => a.Category == 7).NearestTo(Query, 10).CountAsync());

        Assert.InRange(Steps(db), 1, 3 * Many / 10); // to collect them takes more than three steps for each
    }

    [Fact]
    public async Task A_filter_that_many_rows_pass_and_none_of_the_nearest_is_looked_into_further_once_that_is_known()
    {
        await using var db = await FilledAsync(Many);
        var nearest = await db.NearestIdsAsync(Query, 210);
        _clock.Step = TimeSpan.FromMilliseconds(5);
        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.Category, a => nearest.Take(200).Contains(a.Id) ? 5 : 6));
        Task<List<int>> OthersAsync() => db.Articles.Where(a => a.Category == 6).NearestTo(Query, 10).Select(a => a.Id).ToListAsync();
        Assert.Equal(nearest[200..], await OthersAsync());
        var collected = Steps(db);
        Database.Execute("UPDATE Articles SET Title = 'changed' WHERE Id = 1");

        Assert.Equal(nearest[200..], await OthersAsync());

        Assert.InRange(Steps(db) - collected, 1, collected / 4);
    }

    [Fact]
    public async Task A_filter_that_many_rows_passed_is_not_looked_into_that_far_for_ever_where_its_other_values_let_few_through()
    {
        await using var db = await FilledAsync(Many);
        var nearest = await db.NearestIdsAsync(Query, 200);
        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.Category, a => nearest.Contains(a.Id) ? 50 : a.Id % 2 == 0 ? 90 : a.Id % 80));
        var steps = new List<int>();
        Database.Execute("CREATE INDEX ByCategory ON Articles (Category)");
        foreach (var category in new[] { 90, 1, 3, 5, 7, 9, 11, 13, 15, 17 })
        {
            var before = steps.Sum();
            _clock.Step = TimeSpan.FromMicroseconds(category == 90 ? 2_500 : 100);
            Assert.Equal(10, await db.Articles.Where(a => a.Category == category).NearestTo(Query, 10).CountAsync());
            steps.Add(Steps(db) - before);
        }

        Assert.InRange(steps[^1], 1, steps[1] * 2 / 3);
    }

    [Fact]
    public async Task A_filter_that_no_index_helps_with_is_looked_into_for_as_long_as_reading_every_row_takes()
    {
        await using var db = await FilledAsync(Many);
        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.Category, a => a.Id % 100));
        _clock.Step = TimeSpan.FromMilliseconds(30);
        var steps = new List<int>();
        for (var i = 0; i < 8; i++)
        {
            var before = steps.Sum();
            Assert.Equal(10, await db.Articles.Where(a => a.Category == i).NearestTo(Query, 10).CountAsync());
            steps.Add(Steps(db) - before);
        }

        Assert.InRange(steps[1..].Order().ElementAt(3), 1, steps[0] / 2);
    }

    [Fact]
    public async Task A_row_that_is_added_is_found()
    {
        await using var db = await FilledAsync();
        await FewAsync(db);

        db.Add(new LibraryArticle { Id = Rows + 1, Embedding = Query, Category = 7 });
        await db.SaveChangesAsync();

        Assert.Equal(Rows + 1, (await FewAsync(db))[0]);
    }

    [Fact]
    public async Task A_row_that_passes_since_another_connection_changed_it_is_found()
    {
        await using var db = await FilledAsync();
        var nearest = await db.NearestIdsAsync(Query, 1);
        await FewAsync(db);

        Database.Execute($"UPDATE Articles SET Category = 7 WHERE Id = {nearest[0]}");

        Assert.Equal(nearest[0], (await FewAsync(db))[0]);
    }

    [Fact]
    public async Task A_row_that_passes_since_ExecuteUpdate_is_found()
    {
        await using var db = await FilledAsync();
        var nearest = await db.NearestIdsAsync(Query, 1);
        await FewAsync(db);

        await db.Articles.Where(a => a.Id == nearest[0]).ExecuteUpdateAsync(set => set.SetProperty(a => a.Category, 7));

        Assert.Equal(nearest[0], (await FewAsync(db))[0]);
    }

    [Fact]
    public async Task A_row_that_passes_inside_a_transaction_is_found_there_and_not_after_its_rollback()
    {
        await using var db = await FilledAsync();
        var nearest = (await db.NearestIdsAsync(Query, 1))[0];
        var before = await FewAsync(db);
        await using (var transaction = await db.Database.BeginTransactionAsync())
        {
            await db.Articles.Where(a => a.Id == nearest).ExecuteUpdateAsync(set => set.SetProperty(a => a.Category, 7));

            Assert.Equal(nearest, (await FewAsync(db))[0]);
            Assert.Equal(nearest, (await FewAsync(db))[0]);
            await transaction.RollbackAsync();
        }

        Assert.Equal(before, await FewAsync(db));
    }

    [Fact]
    public async Task A_row_that_passes_since_a_row_of_another_table_changed_is_found()
    {
        await using var db = await FilledAsync();
        var nearest = await db.NearestIdsAsync(Query, 1);
        Database.Execute($"INSERT INTO Comments (Id, ArticleId, Text) SELECT Id, Id, 'good' FROM Articles WHERE Category = 7; INSERT INTO Comments (Id, ArticleId, Text) VALUES (9000, {nearest[0]}, 'bad')");
        IQueryable<int> Good() => db.Articles.Where(a => a.Comments.Any(c => c.Text == "good")).NearestTo(Query, 10).Select(a => a.Id);
        Assert.DoesNotContain(nearest[0], await Good().ToListAsync());

        Database.Execute("UPDATE Comments SET Text = 'good' WHERE Id = 9000");

        Assert.Equal(nearest[0], (await Good().ToListAsync())[0]);
    }

    [Fact]
    public async Task A_row_that_passes_since_a_row_of_a_temporary_table_was_added_is_found()
    {
        await using var db = await FilledAsync();
        var nearest = await db.NearestIdsAsync(Query, 1);
        await db.Database.ExecuteSqlRawAsync("CREATE TEMP TABLE Comments AS SELECT Id, Id AS ArticleId, 'good' AS Text FROM Articles WHERE Category = 7");
        IQueryable<int> Good() => db.Articles.Where(a => a.Comments.Any(c => c.Text == "good")).NearestTo(Query, 10).Select(a => a.Id);
        Assert.DoesNotContain(nearest[0], await Good().ToListAsync());

        await db.Database.ExecuteSqlAsync($"INSERT INTO temp.Comments VALUES (9000, {nearest[0]}, 'good')");

        Assert.Equal(nearest[0], (await Good().ToListAsync())[0]);
    }

    [Fact]
    public async Task Values_that_are_the_same_one_after_the_other_are_told_apart()
    {
        await using var db = await FilledAsync();
        const string text = "\u0003"; // what SQLite calls text by
        Database.Execute("UPDATE Articles SET Title = $t, Slug = 'c' WHERE Id = 1", ("$t", $"a{text}b"));
        Database.Execute("UPDATE Articles SET Title = 'a', Slug = $s WHERE Id = 2", ("$s", $"b{text}c"));
        Task<List<int>> OfAsync(string title, string slug) => db.Articles.Where(a => a.Title == title && a.Slug == slug).NearestTo(Query, 10).Select(a => a.Id).ToListAsync();

        Assert.Equal([1], await OfAsync($"a{text}b", "c"));
        Assert.Equal([2], await OfAsync("a", $"b{text}c"));
    }

    [Fact]
    public async Task A_transaction_that_reads_on_keeps_what_it_saw()
    {
        await using var db = await FilledAsync();
        var nearest = await db.NearestIdsAsync(Query, 1);
        var before = await FewAsync(db);
        await db.Database.ExecuteSqlRawAsync("BEGIN DEFERRED");
        Assert.Equal(before, await FewAsync(db));

        Database.Execute($"UPDATE Articles SET Category = 7 WHERE Id = {nearest[0]}");

        Assert.Equal(before, await FewAsync(db));
        await db.Database.ExecuteSqlRawAsync("COMMIT");
        Assert.Equal(nearest[0], (await FewAsync(db))[0]);
    }

    [Fact]
    public async Task The_same_filter_with_another_value_has_rows_of_its_own()
    {
        await using var db = await FilledAsync();
        Task<List<int>> Category(int category) => db.Articles.Where(a => a.Category == category).NearestTo(Query, 10).Select(a => a.Category).ToListAsync();

        foreach (var category in new[] { 7, 8, 7, 8 })
            Assert.Equal(Enumerable.Repeat(category, 10), await Category(category));
    }

    [Fact]
    public async Task A_value_that_is_missing_is_told_apart_by_its_place()
    {
        await using var db = await FilledAsync();
        await db.Articles.ExecuteUpdateAsync(set => set.SetProperty(a => a.Title, a => a.Category == 7 ? "x" : a.Category == 8 ? "x!" : "other"));
        Task<List<int>> CategoriesAsync(string? title, string? followed) => db.Articles.Where(a => a.Title == title || a.Title + "!" == followed).NearestTo(Query, 10).Select(a => a.Category).ToListAsync();

        Assert.Equal(Enumerable.Repeat(7, 10), await CategoriesAsync(null, "x!"));
        Assert.Equal(Enumerable.Repeat(8, 10), await CategoriesAsync("x!", null));
    }

    [Fact]
    public async Task Values_that_differ_by_a_rounding_are_different_values()
    {
        await using var db = await FilledAsync();
        var edge = 7 * 0.1 / 7;
        Task<int> CountAsync(double below) => db.Articles.Where(a => a.Category == 7 && a.Category * 0.1 / 7 < below).NearestTo(Query, 10).CountAsync();

        Assert.Equal(0, await CountAsync(edge));
        Assert.Equal(10, await CountAsync(Math.BitIncrement(edge)));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Searches_agree_with_an_exact_scan_while_two_connections_change_the_rows(int seed)
    {
        await using var db = await FilledAsync(400);
        var random = new Random(seed);
        var begun = false;
        for (var step = 0; step < 300; step++)
        {
            var (id, category) = (random.Next(1, 401), random.Next(7, 9));
            switch (random.Next(8))
            {
                case 0 when !begun:
                    Database.Execute($"UPDATE Articles SET Category = {category} WHERE Id = {id}");
                    break;
                case 1:
                    await db.Articles.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Category, category - 7));
                    break;
                case 2:
                    await db.Articles.Where(a => a.Id == id).ExecuteUpdateAsync(set => set.SetProperty(a => a.Category, category));
                    break;
                case 3:
                    await (begun ? db.Database.ExecuteSqlRawAsync(random.Next(2) == 0 ? "COMMIT" : "ROLLBACK") : db.Database.ExecuteSqlRawAsync("BEGIN DEFERRED"));
                    begun = !begun;
                    break;
            }

            var expected = Exact.Nearest(
                (await db.Articles.AsNoTracking().Where(a => a.Category == category).ToListAsync()).Select(a => (a.Id, a.Embedding.ToArray())), Query, 5);
            Assert.Equal(expected, await db.Articles.Where(a => a.Category == category).NearestTo(Query, 5).Select(a => a.Id).ToListAsync());
        }
    }

    private static Task<List<int>> FewAsync(LibraryContext db)
        => db.Articles.Where(a => a.Category == 7).NearestTo(Query, 10).Select(a => a.Id).ToListAsync();

    private static Task<List<int>> BetweenAsync(LibraryContext db, int first, int last)
        => db.Articles.Where(a => a.Id >= first && a.Id <= last).NearestTo(Query, 10).Select(a => a.Id).ToListAsync();

    private static int Steps(LibraryContext db)
        => Assert.Single(SqliteStatements.Of(db), s => s.Sql.Contains("omen_rowset", StringComparison.Ordinal)).Steps;

    // The rows furthest from the query are in category 7, and as many in 8: a probe does not find them.
    private async Task<LibraryContext> FilledAsync(int rows = Rows)
    {
        var db = await Database.CreateLibraryAsync();
        var vectors = await db.AddArticlesAsync(rows);
        var furthest = Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), Query, rows).Reverse().Take(2 * Few).ToList();
        await db.Articles.Where(a => furthest.Contains(a.Id)).ExecuteUpdateAsync(set => set.SetProperty(a => a.Category, a => 7 + a.Id % 2));
        await db.ArticleIndex().FlushAsync();
        await db.Database.OpenConnectionAsync();
        return db;
    }
}
