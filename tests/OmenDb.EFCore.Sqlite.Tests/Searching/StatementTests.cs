using System.Data.Common;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Tests.Searching;

/// <summary>SQLite walks a search from the nearest row on. The statements themselves are the specification's baselines.</summary>
public sealed class StatementTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task A_transaction_of_ones_own_adds_no_command()
    {
        await using var db = await FilledAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        Database.Commands.Clear();

        await db.Articles.NearestTo(Query, 10).ToListAsync();

        Assert.Single(Database.Commands.Texts);
    }

    [Fact]
    public async Task A_model_without_vectors_sends_the_same_commands_as_without_the_extension()
    {
        using var plain = new TestDatabase();
        await RunAsync(new ModelContext(Database.Options<ModelContext>(), Model));
        await RunAsync(new ModelContext(plain.Options<ModelContext>(o => o.UseSqlite(plain.ConnectionString)), Model));

        Assert.NotEmpty(plain.Commands.Texts);
        Assert.Equal(plain.Commands.Texts, Database.Commands.Texts);
        Assert.False(Directory.Exists(Database.Sidecar));

        static void Model(ModelBuilder m) => m.Entity<Named>();

        static async Task RunAsync(ModelContext context)
        {
            await using var db = context;
            await db.Database.EnsureCreatedAsync();
            db.Add(new Named { Name = "A" });
            await db.SaveChangesAsync();
            await db.Set<Named>().Where(t => t.Name == "A").ToListAsync();
            await db.Set<Named>().ExecuteDeleteAsync();
        }
    }

    [Fact]
    public async Task What_SQLite_cannot_run_without_vectors_is_told_in_EF_Core_s_own_words()
    {
        await using var db = await FilledAsync();

        var error = Assert.Throws<InvalidOperationException>(() => db.Articles.SelectMany(a => db.Set<LibraryComment>().Where(c => c.Id > a.Id).Take(1)).ToList());

        Assert.DoesNotContain("NearestTo", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_plain_plan_begins_with_the_index_and_sorts_the_k_rows_alone()
    {
        var plan = await PlanAsync(db => db.Articles.NearestTo(Query, 10).Select(a => a.Id));

        Assert.Contains("SCAN", FirstTable(plan), StringComparison.Ordinal);
        AssertBeginsWithTheIndex(plan);
        Baseline.Check("Plain.plan", plan);
    }

    [Fact]
    public async Task The_filtered_plan_begins_with_the_index_and_sorts_the_k_rows_alone()
    {
        var category = 1;
        var plan = await PlanAsync(db => db.Articles.Where(a => a.Category == category).NearestTo(Query, 10).Select(a => a.Id));

        AssertBeginsWithTheIndex(plan);
        Baseline.Check("Filtered.plan", plan);
    }

    [Fact]
    public async Task The_plan_with_Include_begins_with_the_index()
    {
        var plan = await PlanAsync(db => db.Articles.Include(a => a.Comments).NearestTo(Query, 10));

        AssertBeginsWithTheIndex(plan);
        Baseline.Check("Include.plan", plan);
    }

    [Theory, InlineData(3), InlineData(60), InlineData(2_000)]
    public async Task The_plans_still_begin_with_the_index_once_SQLite_has_counted_the_rows(int rows)
    {
        await using var db = await Database.FillLibraryAsync(rows);
        Database.Execute("ANALYZE");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools(); // statistics are read when a connection is opened
        var category = 1;

        foreach (var plan in new[]
        {
            await ExplainAsync(db, db.Articles.NearestTo(Query, 10).Select(a => a.Id)),
            await ExplainAsync(db, db.Articles.Where(a => a.Category == category).NearestTo(Query, 10).Select(a => a.Id)),
            await ExplainAsync(db, db.Articles.Include(a => a.Comments).NearestTo(Query, 10)),
        })
        {
            AssertBeginsWithTheIndex(plan);
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Each_kind_of_search_begins_with_the_index_where_the_database_has_one_on_the_filtered_column(bool counted)
    {
        await using var db = await Database.FillLibraryAsync(2_000);
        Database.Execute("CREATE INDEX ByCategory ON Articles (Category)");
        if (counted)
            Database.Execute("ANALYZE");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        var category = 1;
        var some = db.Articles.Where(a => a.Category == category);

        var nearest = await ExplainAsync(db, some.NearestTo(Query, 10).Select(a => a.Id));
        var within = await ExplainAsync(db, some.WithinDistance(a => a.Embedding, Query, 0.2).Select(a => a.Id));
        var ofEach = await ExplainAsync(db, from a in db.Articles.Where(a => a.Id <= 20) from b in some.NearestTo(b => b.Embedding, a.Embedding, 3) select new { A = a.Id, B = b.Id });

        Assert.Contains("VIRTUAL TABLE", FirstTable(nearest), StringComparison.Ordinal);
        Assert.Contains("VIRTUAL TABLE", FirstTable(within), StringComparison.Ordinal);
        var tables = ofEach.Split('\n').Where(l => !l.StartsWith(' ') && (l.Contains("SCAN", StringComparison.Ordinal) || l.Contains("SEARCH", StringComparison.Ordinal))).ToList();
        Assert.Contains("VIRTUAL TABLE", tables[1], StringComparison.Ordinal); // behind the rows that it is asked for
    }

    [Theory, InlineData(2), InlineData(200)]
    public async Task Rows_behind_a_list_of_keys_are_looked_up_by_their_label(int length)
    {
        await using var db = await FilledAsync();
        var ids = Enumerable.Range(1, length).ToList();
        var nearest = db.Articles.Where(a => EF.Parameter(ids).Contains(a.Id)).NearestTo(Query, 10).Select(a => a.Id);

        var plan = await ExplainAsync(db, nearest);

        Assert.DoesNotContain("(Id=? AND rowid=?)", plan, StringComparison.Ordinal);
        Assert.Equal((await db.ExactIdsAsync(Query, 60)).Where(ids.Contains).Take(10), await nearest.ToListAsync());
    }

    [Theory, InlineData(3), InlineData(60), InlineData(2_000)]
    public async Task A_filter_by_a_unique_column_finds_its_row_once_SQLite_has_counted_the_rows(int rows)
    {
        await using var db = await Database.FillLibraryAsync(rows, flushed: true);
        Database.Execute("ANALYZE");
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();

        Assert.Equal([2], await db.Articles.Where(a => a.Id == 2).NearestTo(Query, 10).Select(a => a.Id).ToListAsync());
        Assert.Equal([3], await db.Articles.Where(a => a.Slug == "slug-3").NearestTo(Query, 10).Select(a => a.Id).ToListAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_plan_over_a_composite_key_looks_rows_up_by_it(bool mayBeMissing)
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Cell>().ToTable("Cell").HasKey(c => new { c.Row, c.Column });
            if (mayBeMissing)
            {
                m.Entity("Head", head =>
                {
                    head.ToTable("Cell").Property<int>("Row");
                    head.Property<int>("Column");
                    head.HasKey("Row", "Column");
                    head.HasOne(typeof(Cell)).WithOne().HasForeignKey(typeof(Cell), "Row", "Column");
                });
            }
        });
        var plan = await ExplainAsync(db, db.Set<Cell>().Where(c => c.Sheet == "x").NearestTo(Query.AsMemory(0, 4), 10).Select(c => c.Row));

        AssertBeginsWithTheIndex(plan);
        Baseline.Check("CompositeKey.plan", plan);
    }

    [Fact]
    public Task The_plans_over_an_int_in_text_look_rows_up_by_it() => AssertLooksUpByKeyAsync<int>(InText<int>);

    [Fact]
    public Task The_plans_over_a_ulong_in_text_look_rows_up_by_it() => AssertLooksUpByKeyAsync<ulong>(InText<ulong>);

    [Fact]
    public Task The_plans_over_an_enum_in_text_look_rows_up_by_it() => AssertLooksUpByKeyAsync<ConsoleKey>(InText<ConsoleKey>);

    [Fact]
    public Task The_plans_over_a_guid_in_bytes_look_rows_up_by_it() => AssertLooksUpByKeyAsync<Guid>(static m => m.Entity<Keyed<Guid>>().Property(k => k.Id).HasConversion<byte[]>());

    [Fact]
    public Task The_plans_over_a_key_that_a_convention_puts_in_text_look_rows_up_by_it()
        => AssertLooksUpByKeyAsync<int>(static m => m.Entity<Keyed<int>>(), static c => c.Properties<int>().HaveConversion<string>());

    [Fact]
    public Task The_plans_over_a_key_in_text_look_rows_up_by_it_where_a_convention_says_otherwise_of_its_type()
        => AssertLooksUpByKeyAsync<int>(InText<int>, static c => c.Properties<int>().HaveConversion<long>());

    [Fact]
    public Task The_plans_over_a_key_that_is_the_one_in_text_of_another_row_look_rows_up_by_it() => AssertLooksUpByKeyAsync<int>(static m =>
    {
        m.Entity<LibraryAuthor>().Ignore(a => a.Drafts).Property(a => a.Id).HasConversion<string>();
        m.Entity<Keyed<int>>().HasOne<LibraryAuthor>().WithOne().HasForeignKey<Keyed<int>>(k => k.Id);
    });

    [Fact]
    public Task The_plans_over_an_entity_that_may_be_missing_in_the_table_it_shares_look_rows_up_by_key() => AssertLooksUpByKeyAsync<string>(static m => m.Entity("Head", head =>
    {
        head.ToTable("Keyed").Property<string>("Id");
        head.HasOne(typeof(Keyed<string>)).WithOne().HasForeignKey(typeof(Keyed<string>), "Id");
    }));

    private static void InText<TKey>(ModelBuilder model) => model.Entity<Keyed<TKey>>().Property(k => k.Id).HasConversion<string>();

    /// <summary>The table by the ledger's key in a search and where rows are indexed, and the ledger by the table's key where a filter collects.</summary>
    private async Task AssertLooksUpByKeyAsync<TKey>(Action<ModelBuilder> model, Action<ModelConfigurationBuilder>? conventions = null)
    {
        await using var db = await Database.CreateAsync(
            m =>
            {
                m.Entity<Keyed<TKey>>().ToTable("Keyed").Property(k => k.Id).ValueGeneratedNever();
                model(m);
                m.Entity<Keyed<TKey>>().HasVectorIndex(k => k.Vector);
            },
            conventions);
        var rows = db.Set<Keyed<TKey>>();
        var plain = await ExplainAsync(db, rows.NearestTo(Query.AsMemory(0, 4), 10));
        var filtered = await ExplainAsync(db, rows.Where(k => EF.Functions.Random() > 0).NearestTo(Query.AsMemory(0, 4), 10));
        var indexing = await ExplainAsync(db, SqliteVectorModel.For(db.Model).Indexes.Values.Single().Definition.Sql.SelectRowsAfter);

        Assert.All([plain, filtered, indexing], plan => Assert.Contains("USING INDEX sqlite_autoindex_Keyed_1 (Id=?)", plan, StringComparison.Ordinal));
        Assert.Contains("USING COVERING INDEX IX_Keyed_Vector_Ledger_Id (Id=?)", filtered, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN k", plain, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", indexing, StringComparison.Ordinal);
    }

    private static string FirstTable(string plan) => plan.Split('\n').First(l => l.Contains("SCAN", StringComparison.Ordinal) || l.Contains("SEARCH", StringComparison.Ordinal));

    private static void AssertBeginsWithTheIndex(string plan)
    {
        Assert.Contains("VIRTUAL TABLE", FirstTable(plan), StringComparison.Ordinal);
        // The rows that LIMIT let through, k of them, may be sorted once more; nothing before it may.
        var sorts = plan.Split('\n').Where(l => l.Contains("USE TEMP B-TREE", StringComparison.Ordinal)).ToList();
        Assert.True(sorts.TrueForAll(l => !l.StartsWith(' ')), plan);
    }

    private Task<LibraryContext> FilledAsync() => Database.FillLibraryAsync(60);

    private async Task<string> PlanAsync<T>(Func<LibraryContext, IQueryable<T>> query)
    {
        await using var db = await FilledAsync();
        return await ExplainAsync(db, query(db));
    }

    /// <summary>The plan as a tree: what belongs to a part of the statement is indented under it.</summary>
    private static async Task<string> ExplainAsync<T>(DbContext db, IQueryable<T> query)
    {
        await using var command = query.CreateDbCommand();
        return await ExplainAsync(db, command.CommandText);
    }

    private static async Task<string> ExplainAsync(DbContext db, string sql)
    {
        await db.Database.OpenConnectionAsync(); // through the context, which teaches the connection
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        var depths = new Dictionary<long, int>();
        var lines = new List<string>();
        await using (DbDataReader reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                var depth = depths.TryGetValue(reader.GetInt64(1), out var parent) ? parent + 1 : 0;
                depths[reader.GetInt64(0)] = depth;
                lines.Add(new string(' ', depth * 2) + reader.GetString(3));
            }
        }

        await db.Database.CloseConnectionAsync();
        return string.Join('\n', lines);
    }
}
