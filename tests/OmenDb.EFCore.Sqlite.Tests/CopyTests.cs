namespace OmenDb.EFCore.Sqlite.Tests;

/// <summary>From one file of SQLite to another.</summary>
public sealed class CopyTests : IDisposable
{
    private readonly TestDatabase _source = new();
    private readonly TestDatabase _target = new();

    [Fact]
    public async Task What_a_converter_made_is_copied_as_it_is()
    {
        static void Model(ModelBuilder m) => m.Entity<Article>().Ignore(a => a.Comments).Property(a => a.Title).HasConversion(v => $"{Guid.NewGuid()}{v}", v => v);
        await using var source = await _source.CreateAsync(Model);
        await source.Set<Article>().AddBatchAsync([new Article { Title = "a", Embedding = Vectors.Random(1) }]);
        await using var target = await _target.CreateAsync(Model);
        await OmenDbMigrator.CopyAsync(source, target);

        Assert.Equal(1, await OmenDbMigrator.CopyAsync(source, target));
        Assert.Equal(_source.Scalar("SELECT Title FROM Article"), _target.Scalar("SELECT Title FROM Article"));
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
    public async Task A_column_that_two_types_convert_each_its_own_way_is_copied()
    {
        static void Model(ModelBuilder m)
        {
            m.Entity<Vehicle>();
            m.Entity<Car>().Property(c => c.Kind).HasConversion<string>().HasColumnName("Kind");
            m.Entity<Ship>().Property(s => s.Kind).HasConversion<string>().HasColumnName("Kind");
        }

        await using var source = await _source.CreateAsync(Model);
        source.AddRange(new Car { Kind = CarKind.Van }, new Ship { Kind = ShipKind.Ferry });
        await source.SaveChangesAsync();
        await using var target = await _target.CreateAsync(Model);

        Assert.Equal(2, await OmenDbMigrator.CopyAsync(source, target));
        Assert.Equal(ShipKind.Ferry, (await target.Set<Ship>().SingleAsync()).Kind);
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
    public async Task A_copy_waits_as_long_as_the_context_does()
    {
        await using (var db = await _source.CreateLibraryAsync())
            await db.AddArticlesAsync(3);
        _source.Execute("PRAGMA journal_mode = DELETE"); // where a writer keeps readers out
        await using var source = new LibraryContext(_source.Options<LibraryContext>(o => o.UseSqlite(_source.ConnectionString + ";Default Timeout=1", s => s.UseOmenDb())));
        await using var target = await _target.CreateLibraryAsync();
        await source.Database.OpenConnectionAsync();
        source.Database.SetCommandTimeout(60);
        using var other = _source.Connect();
        using var held = other.CreateCommand();
        held.CommandText = "BEGIN EXCLUSIVE";
        held.ExecuteNonQuery();

        var copying = Task.Run(() => OmenDbMigrator.CopyAsync(source, target));
        await Task.Delay(3_000); // longer than the connection would wait
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
        await using var source = await _source.CreateLibraryAsync();
        await source.AddArticlesAsync(3);
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

    private enum CarKind
    {
        Van,
    }

    private enum ShipKind
    {
        Ferry,
    }

    private class Vehicle
    {
        public int Id { get; set; }
    }

    private sealed class Car : Vehicle
    {
        public CarKind Kind { get; set; }
    }

    private sealed class Ship : Vehicle
    {
        public ShipKind Kind { get; set; }
    }
}
