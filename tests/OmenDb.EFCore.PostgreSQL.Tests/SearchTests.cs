using Npgsql;

namespace OmenDb.EFCore.PostgreSQL.Tests;

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

    [Fact]
    public async Task More_rows_than_the_index_keeps_candidates()
    {
        await using var db = await IndexedAsync(rows: 1_000);
        var found = await db.Books.NearestTo(b => b.Vector, Vectors.Random(5), 600, (b, distance) => distance).ToListAsync();

        Assert.Equal(600, found.Count);
        Assert.Equal(found.Order(), found);
    }

    [Fact]
    public async Task All_rows_there_are()
    {
        await using var db = await IndexedAsync(rows: 700);
        Assert.Equal(700, await db.Books.NearestTo(b => b.Vector, Vectors.Random(5), 10_000).CountAsync());
    }

    [Fact]
    public async Task The_index_serves_the_statement()
    {
        await using var db = await IndexedAsync(rows: 200);
        var log = new CommandLog();
        await using var logged = new LibraryContext(await LibraryContext.OptionsAsync(o => o.AddInterceptors(log)), db.Schema);
        await db.Database.CloseConnectionAsync();
        await logged.Books.Where(b => b.Shelf > 2).NearestTo(b => b.Vector, Vectors.Random(5), 10).ToListAsync();
        await logged.Database.OpenConnectionAsync();
        var select = Assert.Single(log.Texts);
        await using var command = new NpgsqlCommand(
            "SET enable_seqscan = off; EXPLAIN " + select[select.IndexOf("SELECT b", StringComparison.Ordinal)..], (NpgsqlConnection)logged.Database.GetDbConnection());
        command.Parameters.AddWithValue("k", 10);
        command.CommandText = command.CommandText.Replace("@query", "'[1,2,3,4,5,6,7,8]'", StringComparison.Ordinal);
        var plan = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                plan.Add(reader.GetString(0));
        }

        await logged.ExecuteAsync("RESET enable_seqscan");
        Assert.Contains(plan, line => line.Contains("Index Scan using \"IX_Books_Vector\"", StringComparison.Ordinal));
        Assert.Contains("Sort", plan[0], StringComparison.Ordinal);
        Assert.DoesNotContain(plan, line => line.Contains("Incremental", StringComparison.Ordinal));
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

    // The connection stays open, and with it the planner's setting.
    private static async Task<LibraryContext> IndexedAsync(int rows, int shelves = 10)
    {
        var db = await LibraryContext.CreateAsync();
        await db.AddBooksAsync(rows, shelves);
        await db.Database.OpenConnectionAsync();
        await db.ExecuteAsync("SET enable_seqscan = off");
        return db;
    }
}
