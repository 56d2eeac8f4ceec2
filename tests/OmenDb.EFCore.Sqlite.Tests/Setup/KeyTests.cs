using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Setup;

/// <summary>Whatever the key is, rows are found, changed and forgotten by it.</summary>
public sealed class KeyTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99, 4);

    [Theory, InlineData(false), InlineData(true)]
    public Task An_int(bool flushed) => CheckAsync<int>(flushed, i => i + 1);

    [Theory, InlineData(false), InlineData(true)]
    public Task A_negative_int(bool flushed) => CheckAsync<int>(flushed, i => -1 - i);

    [Theory, InlineData(false), InlineData(true)]
    public Task A_long(bool flushed) => CheckAsync<long>(flushed, i => long.MaxValue - i);

    [Theory, InlineData(false), InlineData(true)]
    public Task A_guid(bool flushed) => CheckAsync<Guid>(flushed, i => new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10));

    [Theory, InlineData(false), InlineData(true)]
    public Task A_string(bool flushed) => CheckAsync<string>(flushed, i => $"key '{i}\" ü");

    [Theory, InlineData(false), InlineData(true)]
    public Task Bytes(bool flushed) => CheckAsync<byte[]>(flushed, i => [1, (byte)i, 0]);

    [Theory, InlineData(false), InlineData(true)]
    public Task A_date(bool flushed) => CheckAsync<DateTime>(flushed, i => new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Unspecified).AddHours(i));

    [Theory, InlineData(false), InlineData(true)]
    public Task A_strongly_typed_id(bool flushed)
        => CheckAsync<ItemId>(flushed, i => new ItemId(i + 1), m => m.Entity<Keyed<ItemId>>().Property(k => k.Id).HasConversion(id => id.Value, value => new ItemId(value)));

    [Theory, InlineData(false), InlineData(true)]
    public Task An_int_in_text(bool flushed) => CheckAsync<int>(flushed, i => i + 1, InText<int>);

    [Theory, InlineData(false), InlineData(true)]
    public Task A_ulong_in_text_that_no_integer_of_SQLite_holds(bool flushed) => CheckAsync<ulong>(flushed, i => ulong.MaxValue - (ulong)i, InText<ulong>);

    [Theory, InlineData(false), InlineData(true)]
    public Task An_enum_in_text(bool flushed) => CheckAsync<ConsoleKey>(flushed, i => (ConsoleKey)i, InText<ConsoleKey>);

    [Theory, InlineData(false), InlineData(true)]
    public Task A_guid_in_bytes(bool flushed)
        => CheckAsync<Guid>(flushed, i => new Guid(i, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), m => m.Entity<Keyed<Guid>>().Property(k => k.Id).HasConversion<byte[]>());

    [Theory, InlineData(false), InlineData(true)]
    public Task A_ulong_in_text_by_a_convention_for_all(bool flushed)
        => CheckAsync<ulong>(flushed, i => ulong.MaxValue - (ulong)i, conventions: c => c.Properties<ulong>().HaveConversion<string>());

    [Theory, InlineData(false), InlineData(true)]
    public Task An_int_in_text_where_a_convention_says_that_others_are_long(bool flushed)
        => CheckAsync<int>(flushed, i => i + 1, InText<int>, c => c.Properties<int>().HaveConversion<long>());

    [Theory, InlineData(false), InlineData(true)]
    public Task Any_key_where_a_convention_puts_all_numbers_in_text(bool flushed)
        => CheckAsync<string>(flushed, i => $"key {i}", conventions: c =>
        {
            c.Properties<int>().HaveConversion<string>();
            c.Properties<long>().HaveConversion<string>();
            c.Properties<double>().HaveConversion<string>();
        });

    [Theory, InlineData(false), InlineData(true)]
    public Task Any_key_where_a_convention_gives_numbers_another_column_type(bool flushed)
        => CheckAsync<string>(flushed, i => $"key {i}", conventions: c =>
        {
            c.Properties<int>().HaveColumnType("INT");
            c.Properties<long>().HaveColumnType("BIGINT");
            c.Properties<double>().HaveColumnType("DOUBLE");
        });

    [Fact]
    public Task Rows_are_compared_where_EF_Core_orders_by_no_ulong() => CheckComparedAsync<ulong>(i => (ulong)i);

    [Fact]
    public Task Rows_are_compared_where_EF_Core_orders_by_no_date_with_an_offset() => CheckComparedAsync<DateTimeOffset>(i => new DateTimeOffset(2024, 1, 1, 0, i, 0, TimeSpan.FromHours(2)));

    [Fact]
    public Task Rows_are_compared_where_EF_Core_orders_by_no_time_span() => CheckComparedAsync<TimeSpan>(i => TimeSpan.FromMinutes(i));

    [Fact]
    public async Task A_string_that_ignores_case_is_one_key_in_any_case()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Keyed<string>>().ToTable("Keyed").Property(k => k.Id).UseCollation("NOCASE");
            m.Entity<Keyed<string>>().HasVectorIndex(k => k.Vector);
        });
        db.AddRange(Vectors.Many(50, 4).Select((v, i) => new Keyed<string> { Id = $"Key{i}", Vector = v }));
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Keyed<string>>(k => k.Vector).FlushAsync();

        Database.Execute("INSERT OR REPLACE INTO Keyed (Id, Vector) VALUES ('KEY7', $v); DELETE FROM Keyed WHERE Id = 'kEy8'; UPDATE Keyed SET Id = 'KEY9' WHERE Id = 'key9'", ("$v", Vectors.Bytes(Query)));

        db.ChangeTracker.Clear();
        var rows = await db.Set<Keyed<string>>().AsNoTracking().ToListAsync();
        Assert.Equal(49, rows.Count);
        Assert.Equal(
            Exact.Nearest(rows.Select(r => (r.Id, r.Vector.ToArray())), Query, 100),
            await db.Set<Keyed<string>>().NearestTo(Query, 100).Select(k => k.Id).ToListAsync());
        Assert.True((await db.Database.VectorIndex<Keyed<string>>(k => k.Vector).VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task A_key_in_a_collation_that_only_the_applications_connections_have_is_not_indexed_which_is_told_and_searches_are_exact()
    {
        await using var connection = new SqliteConnection(Database.ConnectionString);
        await connection.OpenAsync();
        connection.CreateCollation("OWN", string.CompareOrdinal);
        await using var db = new ModelContext(Database.Options<ModelContext>(o => o.UseSqlite(connection, s => s.UseOmenDb())), m =>
        {
            m.Entity<Keyed<string>>().Property(k => k.Id).UseCollation("OWN");
            m.Entity<Keyed<string>>().HasVectorIndex(k => k.Vector);
        });
        await db.Database.EnsureCreatedAsync();
        var vectors = Vectors.Many(50, 4);
        db.AddRange(vectors.Select((v, i) => new Keyed<string> { Id = $"key {i}", Vector = v }));
        await db.SaveChangesAsync();

        await Eventually.TrueAsync(() => Task.FromResult(Database.Events.Any(e => e.Id == OmenDbEventId.IndexingFailed && e.Message.Contains("OWN", StringComparison.Ordinal))));

        Assert.Equal(
            Exact.Nearest(vectors.Select((v, i) => ($"key {i}", v)), Query, 10),
            await db.Set<Keyed<string>>().NearestTo(Query, 10).Select(k => k.Id).ToListAsync());
        Assert.Equal(0, (await db.Database.VectorIndex<Keyed<string>>(k => k.Vector).GetStatisticsAsync()).Indexed);
    }

    [Fact]
    public async Task A_string_that_ignores_case_is_one_key_where_another_entity_of_the_same_table_says_so()
    {
        await using var db = await Database.CreateAsync(static m =>
        {
            m.Entity("Head", head =>
            {
                head.ToTable("Keyed").Property<string>("Id").UseCollation("NOCASE");
                head.HasOne(typeof(Keyed<string>)).WithOne().HasForeignKey(typeof(Keyed<string>), "Id").Metadata.IsRequiredDependent = true;
            });
            m.Entity<Keyed<string>>().ToTable("Keyed").HasVectorIndex(k => k.Vector);
        });
        for (var i = 0; i < 50; i++)
            Database.Execute($"INSERT INTO Keyed (Id, Vector) VALUES ('Key{i}', $v)", ("$v", Vectors.Bytes(Vectors.Random(i, 4))));

        Database.Execute("INSERT OR REPLACE INTO Keyed (Id, Vector) VALUES ('KEY7', $v)", ("$v", Vectors.Bytes(Query)));

        var found = await db.Set<Keyed<string>>().NearestTo(Query, 100).Select(k => k.Id).ToListAsync();
        Assert.Equal(50, found.Count);
        Assert.Equal("KEY7", found[0]);
        Assert.Empty((await db.Database.VectorIndex<Keyed<string>>(k => k.Vector).VerifyAsync()).Problems);
    }

    [Theory]
    [InlineData(2, false), InlineData(2, true), InlineData(3, false), InlineData(3, true)]
    public async Task A_key_of_several_columns(int columns, bool flushed)
    {
        await using var db = columns == 2
            ? await Database.CreateAsync(static m => m.Entity<Cell>().HasKey(c => new { c.Row, c.Column }))
            : await Database.CreateAsync(static m => m.Entity<Cell>().HasKey(c => new { c.Sheet, c.Row, c.Column }));
        db.AddRange(Vectors.Many(120, 4).Select((v, i) => new Cell { Sheet = columns == 2 ? "" : $"sheet {i % 3}", Row = i / 10, Column = i % 10, Vector = v }));
        await db.SaveChangesAsync();
        var index = db.Database.VectorIndex<Cell>(c => c.Vector);
        await index.FlushAsync();

        Database.Execute(
            "UPDATE Cell SET Vector = $v WHERE Row = 3 AND \"Column\" = 4; DELETE FROM Cell WHERE Row = 5; UPDATE Cell SET \"Column\" = 77 WHERE Row = 6 AND \"Column\" = 6",
            ("$v", Vectors.Bytes(Query)));
        if (flushed)
            await index.FlushAsync();

        db.ChangeTracker.Clear();
        var rows = (await db.Set<Cell>().AsNoTracking().ToListAsync()).ConvertAll(c => (Key: (c.Sheet, c.Row, c.Column), c.Vector));
        Assert.Equal(110, rows.Count);
        Assert.Equal(Exact.Nearest(rows, Query, 20), (await db.Set<Cell>().NearestTo(c => c.Vector, Query, 20).ToListAsync()).Select(c => (c.Sheet, c.Row, c.Column)));
        Assert.Equal(
            Exact.Nearest(rows.Where(r => r.Key.Column == 4), Query, 20),
            (await db.Set<Cell>().Where(c => c.Column == 4).NearestTo(c => c.Vector, Query, 20).ToListAsync()).Select(c => (c.Sheet, c.Row, c.Column)));
        Assert.True((await index.VerifyAsync()).IsHealthy);
    }

    [Theory]
    [InlineData("Label", false), InlineData("Label", true), InlineData("Stamp", false), InlineData("Stamp", true), InlineData("label", false), InlineData("STAMP", true)]
    public async Task A_key_that_is_called_like_a_column_of_the_ledger(string column, bool flushed)
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Labelled>(labelled =>
        {
            labelled.HasKey(l => l.Label);
            labelled.Property(l => l.Label).HasColumnName(column);
            labelled.HasVectorIndex(l => l.Vector);
        }));
        db.AddRange(Vectors.Many(100, 4).Select((v, i) => new Labelled { Label = 1000 - i, Vector = v }));
        await db.SaveChangesAsync();
        if (flushed)
            await db.Database.VectorIndex<Labelled>(l => l.Vector).FlushAsync();
        Database.Execute($"DELETE FROM Labelled WHERE {column} > 990");

        Assert.Equal(
            Exact.Nearest(Vectors.Many(100, 4).Select((v, i) => (1000 - i, v)).Skip(10), Query, 20),
            await db.Set<Labelled>().NearestTo(l => l.Vector, Query, 20).Select(l => l.Label).ToListAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Names_that_need_quotes(bool flushed)
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Note>(note =>
        {
            note.ToTable("it's a \"table\"");
            note.Property(n => n.Id).HasColumnName("the 'key\"");
            note.Property(n => n.Vector).HasColumnName("order \"by' x");
            note.HasVectorIndex(n => n.Vector);
        }));
        db.AddRange(Vectors.Many(100, 4).Select((v, i) => new Note { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        if (flushed)
            await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        await db.Set<Note>().Where(n => n.Id <= 10).ExecuteDeleteAsync();

        Assert.Equal(
            Exact.Nearest(Vectors.Many(100, 4).Select((v, i) => (i + 1, v)).Skip(10), Query, 20),
            await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());
    }

    private static void InText<TKey>(ModelBuilder model) => model.Entity<Keyed<TKey>>().Property(k => k.Id).HasConversion<string>();

    private async Task CheckComparedAsync<TKey>(Func<int, TKey> key)
        where TKey : notnull
    {
        await using var db = await Database.CreateAsync(static m =>
        {
            m.Entity<Keyed<TKey>>().ToTable("Keyed").Property(k => k.Id).ValueGeneratedNever();
            m.Entity<Keyed<TKey>>().HasVectorIndex(k => k.Vector);
        });
        var vectors = Vectors.Many(50, 4);
        db.AddRange(vectors.Select((v, i) => new Keyed<TKey> { Id = key(i), Vector = v }));
        await db.SaveChangesAsync();
        var nearest = Exact.Nearest(vectors.Select((v, i) => (key(i), v)), Query, 10);
        var rows = db.Set<Keyed<TKey>>();

        Assert.Equal(nearest, await rows.FromSqlRaw("SELECT * FROM Keyed").NearestTo(Query, 10).Select(k => k.Id).ToListAsync());
        Assert.Equal(nearest, await rows.NearestTo(Query, 20).NearestTo(Query, 10).Select(k => k.Id).ToListAsync());
    }

    private async Task CheckAsync<TKey>(bool flushed, Func<int, TKey> key, Action<ModelBuilder>? more = null, Action<ModelConfigurationBuilder>? conventions = null)
        where TKey : notnull
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Keyed<TKey>>().ToTable("Keyed").Property(k => k.Id).ValueGeneratedNever();
            more?.Invoke(m);
            m.Entity<Keyed<TKey>>().HasVectorIndex(k => k.Vector);
        }, conventions);
        var vectors = Vectors.Many(120, 4);
        db.AddRange(vectors.Select((v, i) => new Keyed<TKey> { Id = key(i), Vector = v }));
        await db.SaveChangesAsync();
        var index = db.Database.VectorIndex<Keyed<TKey>>(k => k.Vector);
        await index.FlushAsync();

        // One changed, one removed, one added.
        db.ChangeTracker.Clear();
        vectors[5] = Query;
        db.Update(new Keyed<TKey> { Id = key(5), Vector = Query });
        db.Remove(new Keyed<TKey> { Id = key(6), Vector = vectors[6] });
        var added = Vectors.Random(123, 4);
        db.Add(new Keyed<TKey> { Id = key(120), Vector = added });
        await db.SaveChangesAsync();
        if (flushed)
            await index.FlushAsync();

        db.ChangeTracker.Clear();
        var rows = vectors.Select((v, i) => (Number: i, v)).Where(r => r.Number != 6).Append((120, added)).ToList();
        var found = await db.Set<Keyed<TKey>>().NearestTo(k => k.Vector, Query, 30).ToListAsync();
        Assert.Equal(Exact.Nearest(rows, Query, 30).Select(key), found.Select(k => k.Id));
        Assert.Equal(120, await db.Set<Keyed<TKey>>().NearestTo(k => k.Vector, Query, 1000).CountAsync());
        Assert.True((await index.VerifyAsync()).IsHealthy);
    }
}
