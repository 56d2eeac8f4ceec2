using System.Globalization;
using Npgsql;

namespace OmenDb.EFCore.PostgreSQL.Tests.Searching;

/// <summary>Searches that an hnsw index answers: the planner is kept from scanning the table.</summary>
public sealed class SearchTests
{
    private static readonly Func<LibraryContext, float[], int, IEnumerable<Book>> Compiled =
        EF.CompileQuery((LibraryContext db, float[] query, int k) => db.Books.NearestTo(b => b.Vector, query, k));

    [Theory]
    [InlineData(2)]
    [InlineData(100)]
    [InlineData(1_000)]
    public async Task A_filter_gets_k_rows_from_the_index_whenever_there_are_k(int shelves)
    {
        await using var db = await IndexedAsync(rows: 3_000, shelves);
        var query = Vectors.Random(5);
        var exact = await db.Books.Where(b => b.Shelf == 1).OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, query)).Select(b => b.Id).ToListAsync();
        var found = await db.Books.Where(b => b.Shelf == 1).NearestTo(b => b.Vector, query, 10).Select(b => b.Id).ToListAsync();

        Assert.Equal(Math.Min(10, 3_000 / shelves), found.Count);
        Assert.Equal(exact.Take(10), found);
    }

    [Theory]
    [InlineData(Filtering.Where)]
    [InlineData(Filtering.FromSql)]
    [InlineData(Filtering.View)]
    [InlineData(Filtering.Policy)]
    public async Task A_filter_whose_rows_lie_far_from_the_query_gets_the_nearest_of_them_not_the_first(Filtering filtering)
    {
        const int Groups = 10;
        await using var db = await ShapedContext.CreateAsync(filtering == Filtering.View ? static m => m.Entity<Wide>().ToTable("Wide").ToView("Chosen") : static m => m.Entity<Wide>().ToTable("Wide"));
        await db.ExecuteAsync("""CREATE VIEW {0}."Chosen" AS SELECT * FROM {0}."Wide" WHERE "Group" = current_setting('test.chosen')::int""");
        var centers = Vectors.Many(Groups, 64, seed: 1);
        var rows = Vectors.Many(3_000, 64, seed: 2).Select((v, i) => new Wide { Id = i + 1, Group = i % Groups, Vector = [.. v.Zip(centers[i % Groups], (a, b) => (a / 2) + b)] }).ToList();
        await db.Set<Wide>().AddBatchAsync(rows);
        if (filtering == Filtering.Policy)
            await db.ExecuteAsync("""ALTER TABLE {0}."Wide" ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON {0}."Wide" USING ("Group" = current_setting('test.chosen')::int)""");
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off; SET ROLE pg_read_all_data"); // a superuser sees past policies
        var (searched, ordered) = (0d, 0d);

        for (var group = 0; group < Groups; group++)
        {
            var query = centers[group];
            var farthest = Array.IndexOf(centers, centers.MaxBy(c => Exact.Distance(VectorMetric.Cosine, c, query)));
            await db.Database.ExecuteSqlAsync($"SELECT set_config('test.chosen', {farthest.ToString(CultureInfo.InvariantCulture)}, false)");
            var source = filtering switch
            {
                Filtering.Where => db.Set<Wide>().Where(w => w.Group == farthest),
                Filtering.FromSql => db.Set<Wide>().FromSqlRaw($"""SELECT * FROM "{nameof(SearchTests)}"."Chosen" """),
                _ => db.Set<Wide>(),
            };
            var nearest = Exact.Nearest(rows.Where(w => w.Group == farthest).Select(w => (w.Id, w.Vector)), query, 10);
            searched += Exact.Recall(nearest, await source.NearestTo(w => w.Vector, query, 10).Select(w => w.Id).ToListAsync());
            ordered += Exact.Recall(nearest, await source.OrderBy(w => EF.Functions.VectorDistance(VectorMetric.Cosine, w.Vector, query)).Take(10).Select(w => w.Id).ToListAsync());
        }

        await db.Database.ExecuteSqlRawAsync("RESET ROLE; RESET enable_seqscan");
        Assert.InRange(searched / Groups, 0.95, 1);
        Assert.InRange(ordered / Groups, 0.95, 1);
    }

    [Fact]
    public async Task A_row_without_a_vector_has_no_nearest_rows()
    {
        await using var db = await IndexedAsync(rows: 100);
        await db.Books.Where(b => b.Id % 2 == 0).ExecuteUpdateAsync(set => set.SetProperty(b => b.Vector, (float[]?)null));

        var found = await (from a in db.Books from b in db.Books.NearestTo(b => b.Vector, a.Vector!, 3) select a.Id).ToListAsync();

        Assert.Equal(150, found.Count);
        Assert.All(found, id => Assert.Equal(1, id % 2));
    }

    [Fact]
    public async Task What_an_order_by_distance_takes_can_be_joined_put_together_and_deleted()
    {
        await using var db = await IndexedAsync(rows: 300);
        var one = db.Books.OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, Vectors.Axis(1))).Take(20);
        var two = db.Books.OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, Vectors.Axis(2))).Skip(5).Take(20);
        var expected = await one.Select(b => b.Id).ToListAsync();

        Assert.Equal(40, await one.Concat(two).CountAsync());
        Assert.Equal(expected.Order(), await (from a in one join b in db.Books on a.Id equals b.Id orderby a.Id select b.Id).ToListAsync());
        Assert.Equal(expected[0], await db.Books.Where(b => one.Select(o => o.Id).Contains(b.Id)).OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, Vectors.Axis(1))).Select(b => b.Id).FirstAsync());
        Assert.Equal(20, await one.ExecuteDeleteAsync());
        Assert.Empty(await db.Books.Where(b => expected.Contains(b.Id)).ToListAsync());
    }

    [Fact]
    public async Task A_row_whose_vector_is_zero_has_no_nearest_rows_by_cosine()
    {
        await using var db = await IndexedAsync(rows: 100);
        await db.ExecuteAsync("""UPDATE {0}."Books" SET "Vector" = '[0,0,0,0,0,0,0,0]' WHERE "Id" % 2 = 0""");

        var found = await (from a in db.Books from b in db.Books.NearestTo(b => b.Vector, a.Vector!, 3) select a.Id).ToListAsync();
        var within = await (from a in db.Books from b in db.Books.WithinDistance(b => b.Vector, a.Vector!, 2) select a.Id).ToListAsync();

        Assert.Equal(150, found.Count);
        Assert.All(found.Concat(within), id => Assert.Equal(1, id % 2));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_row_whose_vector_is_zero_is_not_near_by_cosine_where_the_planner_compares_all(bool isFiltered)
    {
        await using var db = await IndexedAsync(rows: 10);
        await db.ExecuteAsync("""UPDATE {0}."Books" SET "Vector" = '[0,0,0,0,0,0,0,0]' WHERE "Id" = 3; SET enable_indexscan = off; SET enable_seqscan = on""");
        var source = isFiltered ? db.Books.Where(b => b.Id < 6) : db.Books;
        var found = await source.NearestTo(b => b.Vector, Vectors.Random(1), 10, (b, distance) => new { b.Id, distance }).ToListAsync();
        await db.ExecuteAsync("RESET enable_indexscan; RESET enable_seqscan");

        Assert.Equal(isFiltered ? 4 : 9, found.Count);
        Assert.DoesNotContain(found, f => f.Id == 3);
        Assert.Equal(found.Select(f => f.distance).Order(), found.Select(f => f.distance));
    }

    [Fact]
    public async Task A_row_whose_vector_is_zero_is_not_near_without_an_index()
    {
        await using var db = await LibraryContext.CreateAsync();
        db.AddRange(new Stamp { Mark = [1, 2], Picture = { Vector = new Half[4] } }, new Stamp { Mark = [2, 1], Picture = { Vector = new Half[4] } }, new Stamp { Mark = [1, 1], Picture = { Vector = new Half[4] } });
        await db.SaveChangesAsync();
        await db.ExecuteAsync("""UPDATE {0}."Stamps" SET "Mark" = '[0,0]' WHERE "Mark" = '[1,1]'""");

        Assert.Equal(new float[][] { [2, 1], [1, 2] }, await db.Stamps.NearestTo(s => s.Mark, new float[] { 3, 1 }, 5).Select(s => s.Mark).ToListAsync());
    }

    [Theory, InlineData(1e-9f, "zero"), InlineData(1e6f, "infinity")]
    public async Task A_query_that_16_bits_do_not_hold_is_refused(float element, string problem)
    {
        await using var db = await ShapedContext.CreateAsync(Small);
        var query = new[] { element, element };
        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Set<Dot>().NearestTo(d => d.Place, query, 3).ToListAsync());

        Assert.Contains($"The query for 'Dot.Place' was refused: rounded to 16-bit floats", error.Message, StringComparison.Ordinal);
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Empty(await db.Set<Dot>().WithinDistance(d => d.Place, query, 1).ToListAsync());
    }

    [Theory, InlineData(1e-9f), InlineData(1e6f)]
    public async Task A_query_that_16_bits_do_not_hold_is_compared_as_it_is_where_there_is_no_index(float element)
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Dot>());
        db.Add(new Dot { Fine = [1, 2], Place = [(Half)1, (Half)1] });
        await db.SaveChangesAsync();

        Assert.Equal(0, await db.Set<Dot>().NearestTo(d => d.Place, new[] { element, element }, 3, (_, distance) => distance).SingleAsync(), 1e-6);
    }

    [Fact]
    public async Task A_row_whose_vector_is_zero_in_16_bits_has_no_nearest_rows_by_cosine()
    {
        await using var db = await ShapedContext.CreateAsync(Small);
        db.AddRange(new Dot { Fine = [1e-9f, 0], Place = [(Half)1, (Half)2] }, new Dot { Fine = [1, 2], Place = [(Half)2, (Half)1] });
        await db.SaveChangesAsync();
        var found = await (from a in db.Set<Dot>() from b in db.Set<Dot>().NearestTo(b => b.Place, a.Fine, 1) select new { a.Id, Near = b.Id }).SingleAsync();

        Assert.Equal((2, 1), (found.Id, found.Near));
    }

    [Fact]
    public async Task A_row_without_the_part_that_its_vector_is_in_is_not_near()
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Letter>().OwnsOne(p => p.Seal));
        db.AddRange(new Letter(), new Letter { Seal = new() { Mark = [1, 2] } }, new Letter());
        await db.SaveChangesAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("SET enable_indexscan = off"); // the index holds no row without a vector

        Assert.Equal(2, (await db.Set<Letter>().NearestTo(p => p.Seal!.Mark, new float[] { 1, 1 }, 3, (p, distance) => new { p.Id, distance }).SingleAsync()).Id);
    }

    [Fact]
    public async Task More_rows_than_the_index_keeps_candidates_come_nearest_first()
    {
        await using var db = await IndexedAsync(rows: 1_000);
        var found = await db.Books.NearestTo(b => b.Vector, Vectors.Random(5), 600, (b, distance) => distance).ToListAsync();

        Assert.Equal(600, found.Count);
        Assert.Equal(found.Order(), found);
    }

    [Fact]
    public async Task A_k_above_the_number_of_rows_gives_them_all()
    {
        await using var db = await IndexedAsync(rows: 700);
        Assert.Equal(700, await db.Books.NearestTo(b => b.Vector, Vectors.Random(5), 10_000).CountAsync());
    }

    [Fact]
    public async Task The_index_serves_the_statement_and_the_settings_are_made_once_before()
    {
        await using var db = await IndexedAsync(rows: 2_000);
        var plan = await ExplainAsync(db.Books.Where(b => b.Shelf > 2).NearestTo(b => b.Vector, Vectors.Random(5), 10));

        Assert.Contains("Sort", plan[1], StringComparison.Ordinal); // below the limit
        Assert.DoesNotContain(plan, line => line.Contains("Incremental", StringComparison.Ordinal));
        var once = plan.FindIndex(line => line.Contains("One-Time Filter", StringComparison.Ordinal));
        var scan = plan.FindIndex(line => line.Contains("Index Scan using \"IX_Books_Vector\"", StringComparison.Ordinal));
        Assert.InRange(once, 1, scan - 1);
    }

    [Fact]
    public async Task A_search_without_the_index_leaves_the_settings_and_parallel_workers_alone()
    {
        await using var db = await LibraryContext.CreateAsync();
        Assert.DoesNotContain("set_config", db.Books.WithinDistance(b => b.Vector, Vectors.Random(5), 0.5).ToQueryString(), StringComparison.Ordinal);
        Assert.DoesNotContain("set_config", db.Stamps.NearestTo(s => s.Mark, Vectors.Random(5, 2), 3).ToQueryString(), StringComparison.Ordinal);
        Assert.DoesNotContain("set_config", db.Books.OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, Vectors.Axis(1), b.Vector)).ToQueryString(), StringComparison.Ordinal);
        Assert.Contains("set_config", db.Books.OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, Vectors.Axis(1), b.Vector)).Take(3).ToQueryString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_by_distance_of_the_applications_own_is_right()
    {
        await using var db = await IndexedAsync(rows: 3_000);
        var query = Vectors.Random(5);
        var nearest = db.Books.Where(b => b.Shelf < 4).OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, query)).ThenBy(b => b.Title);
        var all = await nearest.Select(b => new { b.Id, b.Title, Distance = EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, query) }).ToListAsync();
        var taken = await nearest.Take(400).Select(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, query)).ToListAsync();
        var skipped = await nearest.Skip(100).Take(300).Select(b => new { b.Title, Distance = EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, query) }).ToListAsync();

        Assert.Equal(1_200, all.Count);
        Assert.Equal(all.Select(b => b.Distance).Order(), all.Select(b => b.Distance));
        Assert.Equal(taken.Order(), taken);
        Assert.InRange(taken.Intersect(all.Take(400).Select(b => b.Distance)).Count(), 380, 400);
        Assert.Equal(taken.Skip(100), skipped.Select(b => b.Distance));
        Assert.Equal(all[0].Title, (await nearest.FirstAsync()).Title);
        Assert.Contains(await ExplainAsync(db.Books.Where(b => b.Shelf < 4).OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, query)).ThenBy(b => b.Title).Take(10)), line => line.Contains("Index Scan using \"IX_Books_Vector\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task All_that_an_order_by_distance_leaves_behind_what_it_skips_may_be_taken()
    {
        await using var db = await IndexedAsync(rows: 50);

        var nearest = db.Books.OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, Vectors.Axis(1)));

        Assert.Equal(45, (await nearest.Skip(5).Take(int.MaxValue).ToListAsync()).Count);
    }

    [Fact]
    public async Task An_order_by_distance_is_served_by_an_index_that_the_application_made_itself()
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Dot>().HasIndex(d => d.Fine).HasMethod("ivfflat").HasOperators("vector_cosine_ops"));
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");

        var plan = await ExplainAsync(db.Set<Dot>().OrderBy(d => EF.Functions.VectorDistance(VectorMetric.Cosine, d.Fine, new float[] { 1, 2 })).Take(3));

        Assert.Contains(plan, line => line.Contains("Index Scan using \"IX_Dot_Fine\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_distance_that_is_not_searched_by_is_never_read_from_the_index()
    {
        // An order by the index without the settings of a search ends after a few rows, most of which the filter drops.
        await using var db = await IndexedAsync(rows: 3_000, shelves: 100);
        var query = Vectors.Random(5);
        var shelf = db.Books.Where(b => b.Shelf == 1);
        var measured = shelf.Select(b => new { b.Id, b.Title, Distance = EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, query) });
        var expected = (await measured.ToListAsync()).OrderBy(b => b.Distance).ToList();

        Assert.Equal(expected[0].Distance, await measured.MinAsync(b => b.Distance));
        Assert.Equal(
            expected.Select(b => b.Id),
            await shelf.OrderBy(b => b.Shelf).ThenBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, query)).Take(100).Select(b => b.Id).ToListAsync());
        Assert.Equal(
            expected[0].Id, (await shelf.GroupBy(b => b.Shelf).Select(g => g.OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, query)).First()).SingleAsync()).Id);
        Assert.Equal(
            expected.Select(b => b.Id), await db.Books.Join(measured, b => b.Id, m => m.Id, (b, m) => m).OrderBy(m => m.Distance).Take(100).Select(m => m.Id).ToListAsync());
        Assert.Equal(
            expected.Select(b => (b.Distance, 1)), (await measured.GroupBy(b => b.Distance).Select(g => new { g.Key, Count = g.Count() }).OrderBy(g => g.Key).Take(100).ToListAsync()).Select(g => (g.Key, g.Count)));
        Assert.Equal(expected.Count, (await measured.Select(b => b.Distance).Distinct().Take(100).ToListAsync()).Count);
    }

    [Fact]
    public async Task An_order_by_distance_inside_another_query_is_right()
    {
        await using var db = await IndexedAsync(rows: 500);
        var found = await db.Books.Where(a => a.Id % 50 == 0).OrderBy(a => a.Id)
            .Select(a => new { a.Title, Near = db.Books.OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, a.Vector)).Select(b => b.Title).First(), Three = db.Books.OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, a.Vector)).Take(3).Select(b => b.Title).ToList() })
            .ToListAsync();
        var counted = await db.Books.OrderBy(b => EF.Functions.VectorDistance(VectorMetric.Cosine, b.Vector, Vectors.Axis(1))).Take(30).Select(b => b.Shelf).Distinct().CountAsync();

        Assert.Equal(10, found.Count);
        Assert.All(found, f => Assert.Equal((f.Title, f.Title), (f.Near, f.Three[0])));
        Assert.InRange(counted, 2, 10);
    }

    [Fact]
    public async Task The_settings_of_a_search_end_with_it()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(10);
        await db.Database.OpenConnectionAsync();
        await db.Books.NearestTo(Vectors.Random(5), 3).ToListAsync();

        Assert.Equal("40", await db.Database.SqlQueryRaw<string>("SELECT current_setting('hnsw.ef_search') AS \"Value\"").SingleAsync());
    }

    [Fact]
    public async Task A_search_sees_its_transactions_own_rows_and_nothing_that_was_rolled_back()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(50);
        var query = Vectors.Axis(3);
        await using (await db.Database.BeginTransactionAsync())
        {
            db.Add(new Book { Title = "mine", Vector = query });
            await db.SaveChangesAsync();
            Assert.Equal("mine", (await db.Books.NearestTo(query, 1).SingleAsync()).Title);
        }

        Assert.NotEqual("mine", (await db.Books.AsNoTracking().NearestTo(query, 1).SingleAsync()).Title);
    }

    [Fact]
    public async Task An_element_that_changes_in_place_is_saved()
    {
        await using var db = await ShapedContext.CreateAsync(Small);
        var dot = new Dot { Fine = [1, 2], Place = [(Half)1, (Half)2] };
        db.Add(dot);
        await db.SaveChangesAsync();
        dot.Fine[0] = 3;
        dot.Place[1] = (Half)4;
        await db.SaveChangesAsync();
        var saved = await db.Set<Dot>().AsNoTracking().SingleAsync();

        Assert.Equal([3, 2], saved.Fine);
        Assert.Equal([(Half)1, (Half)4], saved.Place);
    }

    [Fact]
    public async Task Floats_that_are_no_vector_stay_an_array()
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Dot>().Property<float[]>("Sizes"));
        db.Add(new Dot { Fine = [1, 2], Place = [(Half)1, (Half)2] }).Property("Sizes").CurrentValue = new float[] { 5, 6, 7 };
        await db.SaveChangesAsync();

        Assert.Equal(1, await db.Set<Dot>().CountAsync(d => EF.Property<float[]>(d, "Sizes").Contains(6)));
    }

    [Fact]
    public async Task A_compiled_query_refuses_a_k_below_one()
    {
        await using var db = await LibraryContext.CreateAsync();
        Assert.Throws<ArgumentOutOfRangeException>(() => Compiled(db, Vectors.Random(5), 0).ToList());
    }

    [Fact]
    public async Task A_data_source_of_the_applications_own_writes_vectors_too()
    {
        var builder = new NpgsqlDataSourceBuilder((await PostgresServer.GetAsync()).ConnectionString);
        builder.UseOmenDb();
        await using var source = builder.Build();
        await using var db = await LibraryContext.CreateAsync();
        await db.Database.CloseConnectionAsync();
        var options = new DbContextOptionsBuilder<LibraryContext>().UseNpgsql(source, npgsql => npgsql.UseOmenDb())
            .ReplaceService<Microsoft.EntityFrameworkCore.Infrastructure.IModelCacheKeyFactory, SchemaModelCacheKeyFactory>().Options;
        await using var other = new LibraryContext(options, db.Schema);
        other.Add(new Book { Title = "through it", Vector = Vectors.Axis(1) });
        await other.SaveChangesAsync();

        Assert.Equal("through it", (await other.Books.AsNoTracking().NearestTo(Vectors.Axis(1), 1).SingleAsync()).Title);
    }

    private static void Small(ModelBuilder m) => m.Entity<Dot>().HasVectorIndex(d => d.Place);

    private static async Task<List<string>> ExplainAsync(IQueryable query)
    {
        await using var command = query.CreateDbCommand();
        command.CommandText = "EXPLAIN " + command.CommandText;
        await using var reader = await command.ExecuteReaderAsync();
        var plan = new List<string>();
        while (await reader.ReadAsync())
            plan.Add(reader.GetString(0));
        return plan;
    }

    // The connection stays open, and with it the planner's setting.
    private static async Task<LibraryContext> IndexedAsync(int rows, int shelves = 10)
    {
        var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(rows, shelves);
        await db.Database.OpenConnectionAsync();
        await db.ExecuteAsync("SET enable_seqscan = off");
        return db;
    }

    private sealed class Letter
    {
        public int Id { get; set; }

        public Seal? Seal { get; set; }
    }

    private sealed class Seal
    {
        [Vector(2), VectorIndex]
        public float[] Mark { get; set; } = [];
    }

    public enum Filtering
    {
        Where,
        FromSql,
        View,
        Policy,
    }

    private sealed class Wide
    {
        public int Id { get; set; }

        public int Group { get; set; }

        [Vector(64), VectorIndex]
        public float[] Vector { get; set; } = [];
    }

    private sealed class Dot
    {
        public int Id { get; set; }

        [Vector(2)]
        public float[] Fine { get; set; } = [];

        [Vector(2)]
        public Half[] Place { get; set; } = [];
    }
}
