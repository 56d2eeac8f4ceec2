using System.Data;
using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Files;

/// <summary>From one file of SQLite to another.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly TestDatabase _source = new();
    private readonly TestDatabase _target = new();

    [Fact]
    public async Task What_a_converter_made_is_copied_as_it_is()
    {
        static void Model(ModelBuilder m) => m.Entity<LibraryArticle>().Ignore(a => a.Comments).Property(a => a.Title).HasConversion(v => $"{Guid.NewGuid()}{v}", v => v);
        await using var source = await _source.CreateAsync(Model);
        await source.Set<LibraryArticle>().AddBatchAsync([new LibraryArticle { Title = "a", Embedding = Vectors.Random(1) }]);
        await using var target = await _target.CreateAsync(Model);
        await OmenDbMigrator.CopyAsync(source, target);

        Assert.Equal(1, await OmenDbMigrator.CopyAsync(source, target));
        Assert.Equal(_source.Scalar("SELECT Title FROM LibraryArticle"), _target.Scalar("SELECT Title FROM LibraryArticle"));
    }

    [Fact]
    public async Task Keys_that_a_converter_made_are_copied_as_they_are()
    {
        static void Model(ModelBuilder m) => m.Entity<Keyed<string>>().Property(k => k.Id).HasConversion(v => v + "!", v => v);
        await using var source = await _source.CreateAsync(Model);
        await source.Set<Keyed<string>>().AddBatchAsync([new Keyed<string> { Id = "a", Vector = Vectors.Axis(0, 4) }]);
        await using var target = await _target.CreateAsync(Model);
        await OmenDbMigrator.CopyAsync(source, target);

        Assert.Equal("a!", _target.Scalar("SELECT Id FROM \"Keyed<string>\""));
    }

    [Fact]
    public async Task A_source_inside_a_transaction_is_copied_as_it_is_there()
    {
        await using var source = await _source.CreateLibraryAsync();
        await using var target = await _target.CreateLibraryAsync();
        await using var transaction = await source.Database.BeginTransactionAsync();
        await source.AddArticlesAsync(3);

        Assert.Equal(3, await OmenDbMigrator.CopyAsync(source, target));
    }

    [Fact]
    public async Task A_copy_closes_the_connections_that_it_opened()
    {
        await using var source = await _source.CreateLibraryAsync();
        await using var target = await _target.CreateLibraryAsync();
        await OmenDbMigrator.CopyAsync(source, target);

        Assert.All([source, target], db => Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State));
    }

    [Fact]
    public async Task A_copy_to_a_target_that_cannot_be_opened_closes_the_source()
    {
        await using var source = await _source.CreateLibraryAsync();
        await using var target = _target.Library();
        target.Database.SetConnectionString($"Data Source={_target.FilePath};Mode=ReadWrite"); // where there is no file
        await Assert.ThrowsAsync<SqliteException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Equal(ConnectionState.Closed, source.Database.GetDbConnection().State);
    }

    [Fact]
    public async Task Vectors_of_parts_are_copied_and_found()
    {
        static void Model(ModelBuilder m) => m.Entity<Shelf>().OwnsOne(s => s.Front);
        await using var source = await _source.CreateAsync(Model);
        source.AddRange(new Shelf { Front = new() { Vector = [1, 0] } }, new Shelf { Front = new() { Vector = [0, 1] } });
        await source.SaveChangesAsync();
        await using var target = await _target.CreateAsync(Model);
        await OmenDbMigrator.CopyAsync(source, target);

        Assert.Equal(2, (await target.Set<Shelf>().NearestTo(s => s.Front.Vector, new float[] { 0, 1 }, 1).SingleAsync()).Id);
    }

    [Fact]
    public async Task A_target_whose_searches_find_others_is_told_also_where_a_filter_hides_the_rows()
    {
        static void Model(ModelBuilder m) => m.Entity<LibraryArticle>().Ignore(a => a.Comments).HasQueryFilter(a => a.Id < 0);
        await using var source = await _source.CreateAsync(Model);
        await source.Set<LibraryArticle>().AddBatchAsync(Vectors.Many(50).Select(v => new LibraryArticle { Embedding = v }));
        await using var target = await _target.CreateAsync(m =>
        {
            Model(m);
            m.Entity<LibraryArticle>().HasVectorIndex(a => a.Embedding).HasMetric(VectorMetric.Euclidean);
        });

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("searches by 'LibraryArticle.Embedding' differ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_its_collation_takes_for_the_same_is_another()
    {
        static void Model(ModelBuilder m) => m.Entity<LibraryArticle>().Ignore(a => a.Comments).Property(a => a.Title).UseCollation("NOCASE");
        await using var source = await _source.CreateAsync(Model);
        await source.Set<LibraryArticle>().AddBatchAsync([new LibraryArticle { Title = "title", Embedding = Vectors.Random(1) }]);
        await using var target = await _target.CreateAsync(Model);
        await target.Set<LibraryArticle>().AddBatchAsync([new LibraryArticle { Title = "TITLE", Embedding = Vectors.Random(1) }]);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("has another 'Title'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_somebody_deletes_meanwhile_are_told()
    {
        await using var source = await _source.FillLibraryAsync(3);
        await using var target = await _target.CreateLibraryAsync();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            () => OmenDbMigrator.CopyAsync(source, target, new Meanwhile(() => _target.Execute("DELETE FROM Articles WHERE Id = 2"))));

        Assert.Contains("'Articles' has 2 rows in the target and 3 in the source", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("circle", "'Left', 'Right'"), InlineData("json", "'Shelf.Front' holds JSON"), InlineData("keyless", "'Shelf' has no primary key")]
    public async Task What_cannot_be_copied_is_refused_by_its_name(string kind, string name)
    {
        await using var source = await _source.CreateAsync(Model);
        await using var target = await _target.CreateAsync(Model);
        await source.Set<LibraryArticle>().AddBatchAsync([new LibraryArticle { Embedding = Vectors.Random(1) }]);

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);

        void Model(ModelBuilder m)
        {
            m.Entity<LibraryArticle>().Ignore(a => a.Comments);
            if (kind == "json")
                m.Entity<Shelf>().OwnsOne(s => s.Front, front => front.ToJson().Ignore(f => f.Vector));
            else if (kind == "keyless")
                m.Entity<Shelf>().HasNoKey().Ignore(s => s.Front);
            else
            {
                m.Entity("Left", left => left.Property<int>("Id"));
                m.Entity("Right", right => right.Property<int>("Id"));
                m.Entity("Left").HasOne("Right", null).WithMany().HasForeignKey("RightId");
                m.Entity("Right").HasOne("Left", null).WithMany().HasForeignKey("LeftId");
            }
        }
    }

    [Fact]
    public async Task A_target_that_is_not_set_up_for_vectors_is_refused_in_clear_words()
    {
        static void Model(ModelBuilder m) => m.Entity<Named>();
        await using var source = await _source.CreateAsync(Model);
        await using var target = new ModelContext(_target.Options<ModelContext>(o => o.UseSqlite(_target.ConnectionString)), Model);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("UseOmenDb()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_copy_waits_as_long_as_the_context_does()
    {
        await using (var db = await _source.CreateLibraryAsync())
            await db.AddArticlesAsync(3);
        _source.Execute("PRAGMA journal_mode = DELETE"); // where a writer keeps readers out
        await using var source = new LibraryContext(_source.Options<LibraryContext>(o => o.UseSqlite(_source.ConnectionString + ";Default Timeout=1", s => s.UseOmenDb())));
        await using var target = await _target.CreateLibraryAsync();
        await source.Database.OpenConnectionAsync();
        source.Database.SetCommandTimeout(60);
        Assert.Equal(3, await source.Articles.CountAsync()); // by which the connection knows the schema, and needs the lock no earlier than where it begins a statement
        using var other = _source.Connect();
        using var held = other.CreateCommand();
        held.CommandText = "BEGIN EXCLUSIVE";
        held.ExecuteNonQuery();

        var waiting = Attempts.OfAStatementAsync((SqliteConnection)source.Database.GetDbConnection(), times: 3); // each waits for a second, which is all that the connection would
        var copying = Task.Run(() => OmenDbMigrator.CopyAsync(source, target));
        Assert.Same(waiting, await Task.WhenAny(copying, waiting));
        held.CommandText = "ROLLBACK";
        held.ExecuteNonQuery();

        Assert.Equal(3, await copying);
    }

    [Fact]
    public async Task A_target_inside_a_transaction_is_refused_in_clear_words()
    {
        await using var source = await _source.CreateLibraryAsync();
        await using var target = await _target.CreateLibraryAsync();
        await using var transaction = await target.Database.BeginTransactionAsync();

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("commit or roll back", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("x'010203'"), InlineData("'hello'"), InlineData("zeroblob(32)")]
    public async Task A_damaged_vector_is_copied_and_left_out_by_searches(string damage)
    {
        await using var source = await _source.FillLibraryAsync(3);
        _source.Execute($"UPDATE Articles SET Embedding = {damage} WHERE Id = 2");
        await using var target = await _target.CreateLibraryAsync();

        Assert.Equal(3, await OmenDbMigrator.CopyAsync(source, target));

        Assert.Equal([1, 3], (await target.NearestIdsAsync(Vectors.Random(1), 3)).Order());
        const string Stored = "SELECT hex(Embedding) FROM Articles WHERE Id = 2";
        Assert.Equal(_source.Scalar(Stored), _target.Scalar(Stored));
    }

    public void Dispose()
    {
        _target.Dispose();
        _source.Dispose();
    }

    private sealed class Meanwhile(Action action) : IProgress<long>
    {
        public void Report(long value) => action();
    }

    private sealed class Shelf
    {
        public int Id { get; set; }

        public Side Front { get; set; } = new();
    }

    private sealed class Side
    {
        public int Width { get; set; }

        [Vector(2), VectorIndex]
        public float[] Vector { get; set; } = [];
    }
}
