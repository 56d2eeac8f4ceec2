using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.PostgreSQL.Tests.Moving;

/// <summary>What models have besides vectors is copied, too, and what is in the way is told.</summary>
public sealed class CopyModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Keys_that_the_stores_order_differently_go_on_where_they_were()
    {
        string[] names = ["a", "B", "c", "D", "_", "ä", "aa", "-1", "10", "9"];
        await using var source = await SourceAsync(m => m.Entity<Word>().HasKey(w => w.Name), names.Select(n => new Word { Name = n, Meaning = 1 }));
        await using var target = await ShapedContext.CreateAsync(m => m.Entity<Word>().HasKey(w => w.Name));
        target.AddRange(names.Order(StringComparer.InvariantCulture).Take(5).Select(n => new Word { Name = n, Meaning = 1 }));
        await target.SaveChangesAsync();
        await OmenDbMigrator.CopyAsync(source, target);

        Assert.Equal(names.Order(), (await target.Set<Word>().Select(w => w.Name).ToListAsync()).Order());
    }

    [Fact]
    public async Task Part_of_a_composite_key_is_no_key()
    {
        static void Shape(ModelBuilder m) => m.Entity<Word>().HasKey(w => new { w.Name, w.Meaning });
        await using var source = await SourceAsync(Shape, [new Word { Name = "bank", Meaning = 1 }, new Word { Name = "bank", Meaning = 2 }]);
        await using var target = await ShapedContext.CreateAsync(Shape);
        target.Add(new Word { Name = "bank", Meaning = 2 });
        await target.SaveChangesAsync();

        Assert.Equal(2, await OmenDbMigrator.CopyAsync(source, target));
    }

    [Fact]
    public async Task A_row_of_the_targets_own_is_told_by_all_of_its_key()
    {
        static void Shape(ModelBuilder m) => m.Entity<Word>().HasKey(w => new { w.Name, w.Meaning });
        await using var source = await SourceAsync(Shape, [new Word { Name = "bank", Meaning = 1 }]);
        await using var target = await ShapedContext.CreateAsync(Shape);
        target.AddRange(new Word { Name = "bank", Meaning = 1 }, new Word { Name = "bank", Meaning = 2 });
        await target.SaveChangesAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("such as the one with Name = bank, Meaning = 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_copied_behind_those_that_it_refers_to()
    {
        static void Shape(ModelBuilder m) => m.Entity<Counted>().HasOne<Folder>().WithMany().HasForeignKey("FolderId");
        await using var source = await SourceAsync(Shape, [new Folder { Id = 3 }]);
        source.Add(new Counted { Id = 1 }).Property("FolderId").CurrentValue = 3;
        await source.SaveChangesAsync();
        await using var target = await ShapedContext.CreateAsync(Shape);

        Assert.Equal(2, await OmenDbMigrator.CopyAsync(source, target));
    }

    [Fact]
    public async Task A_row_that_the_target_refuses_is_told_by_its_key()
    {
        static void Shape(ModelBuilder m) => m.Entity<Folder>().Property<string>("Name");
        await using var source = await SourceAsync(Shape, Array.Empty<Folder>());
        source.Add(new Folder { Id = 7 }).Property("Name").CurrentValue = "no text\0on PostgreSQL";
        await source.SaveChangesAsync();
        await using var target = await ShapedContext.CreateAsync(Shape);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("refused the row of 'Folder' with Id = 7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_differs_is_told_by_its_key_and_column_and_stays()
    {
        static void Shape(ModelBuilder m) => m.Entity<Word>().HasKey(w => w.Name);
        await using var source = await SourceAsync(Shape, [new Word { Name = "bank", Meaning = 1 }, new Word { Name = "seat", Meaning = 2 }]);
        await using var target = await ShapedContext.CreateAsync(Shape);
        target.Add(new Word { Name = "seat", Meaning = 3 });
        await target.SaveChangesAsync();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("'Word' with Name = seat has another 'Meaning'", error.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await target.Set<Word>().AsNoTracking().SingleAsync()).Meaning);
    }

    [Fact]
    public async Task What_the_target_rounds_or_writes_its_own_way_is_the_same_when_the_copy_goes_on()
    {
        static void Shape(ModelBuilder m)
        {
            m.Entity<Measure>().Property(x => x.Price).HasPrecision(10, 2);
            m.Entity<Measure>().Property(x => x.Code).IsFixedLength().HasMaxLength(8);
            if (m.Model.GetDefaultSchema() is not null)
            {
                m.Entity<Measure>().Property(x => x.Note).HasColumnType("jsonb");
                m.Entity<Measure>().Property(x => x.Raw).HasColumnType("json"); // which PostgreSQL does not compare
            }
        }

        await using var source = await SourceAsync(Shape, [new Measure { Price = 1.005m, Code = "ab", Note = """{ "b":1,  "a":2 }""", At = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddTicks(1), Took = TimeSpan.FromTicks(12_345_678) }]);
        await using var target = await ShapedContext.CreateAsync(Shape);
        await OmenDbMigrator.CopyAsync(source, target);

        Assert.Equal(1, await OmenDbMigrator.CopyAsync(source, target));
        Assert.Equal(1.01m, (await target.Set<Measure>().SingleAsync()).Price);
    }

    [Fact]
    public async Task Times_with_offsets_and_lists_of_times_are_copied()
    {
        static void Shape(ModelBuilder m) => m.Entity<Meeting>();
        var at = new DateTimeOffset(2024, 2, 29, 12, 0, 0, TimeSpan.FromHours(2));
        await using var source = await SourceAsync(Shape, [new Meeting { At = at, Again = [at.UtcDateTime, new DateTime(2024, 3, 1)], Never = null }]);
        await using var target = await ShapedContext.CreateAsync(Shape);
        await OmenDbMigrator.CopyAsync(source, target);
        var moved = await target.Set<Meeting>().SingleAsync();

        Assert.Equal(at, moved.At);
        Assert.Equal([at.UtcDateTime, new DateTime(2024, 3, 1, 0, 0, 0, DateTimeKind.Utc)], moved.Again);
        Assert.Null(moved.Never);
    }

    [Fact]
    public async Task Rows_that_refer_to_others_behind_them_and_to_themselves_are_copied()
    {
        static void Shape(ModelBuilder m) => m.Entity<Folder>().HasOne<Folder>().WithMany().HasForeignKey(f => f.In);
        var folders = Enumerable.Range(1, 2_500).Select(i => new Folder { Id = i, In = i == 2_500 ? 2_500 : i % 7 == 0 ? null : i + 1 });
        await using var source = await SourceAsync(Shape, folders);
        await using var target = await ShapedContext.CreateAsync(Shape);
        var reports = new Reports();

        Assert.Equal(2_500, await OmenDbMigrator.CopyAsync(source, target, reports));
        Assert.Equal(2_500, reports.Values[^1]);
        Assert.Equal(2_500, await target.Set<Folder>().CountAsync(f => f.Id % 7 == 0 ? f.In == null : f.In != null));
    }

    [Fact]
    public async Task Rows_that_refer_to_each_other_in_a_circle_are_told()
    {
        static void Shape(ModelBuilder m) => m.Entity<Folder>().HasOne<Folder>().WithMany().HasForeignKey(f => f.In);
        await using var source = await SourceAsync(Shape, [new Folder { Id = 1 }, new Folder { Id = 2, In = 1 }, new Folder { Id = 3 }]);
        await source.Set<Folder>().Where(f => f.Id == 1).ExecuteUpdateAsync(s => s.SetProperty(f => f.In, 2));
        await using var target = await ShapedContext.CreateAsync(Shape);
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("2 of 3 rows of 'Folder'", error.Message, StringComparison.Ordinal);
        Assert.Equal(1, await target.Set<Folder>().CountAsync());
        Assert.Contains("circle", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_that_the_target_always_makes_itself_are_copied_and_go_on()
    {
        await using var source = await SourceAsync(Shape, [new Counted { Id = 7 }, new Counted { Id = 9 }]);
        await using var target = await ShapedContext.CreateAsync(Shape);
        await OmenDbMigrator.CopyAsync(source, target);
        var next = target.Add(new Counted());
        await target.SaveChangesAsync();

        Assert.Equal(10, next.Entity.Id);

        static void Shape(ModelBuilder m)
        {
            var id = m.Entity<Counted>().Property(c => c.Id);
            if (m.Model.GetDefaultSchema() is not null)
                id.UseIdentityAlwaysColumn();
        }
    }

    [Theory, InlineData(-3, 1), InlineData(0, 1), InlineData(1, 2)]
    public async Task New_keys_begin_with_1_behind_the_greatest(int greatest, int expected)
    {
        static void Shape(ModelBuilder m) => m.Entity<Counted>();
        await using var source = await SourceAsync(Shape, [new Counted { Id = -7 }]);
        await source.Database.ExecuteSqlAsync($"""INSERT INTO "Counted" VALUES ({greatest})""");
        await using var target = await ShapedContext.CreateAsync(Shape);
        await OmenDbMigrator.CopyAsync(source, target);
        var next = target.Add(new Counted());
        await target.SaveChangesAsync();

        Assert.Equal(expected, next.Entity.Id);
    }

    [Fact]
    public async Task A_column_that_the_database_computes_is_computed_by_the_target()
    {
        static void Shape(ModelBuilder m) => m.Entity<Ticket>().Property(t => t.Number).HasComputedColumnSql("""
            "Id" * 2
            """, stored: true);
        await using var source = await SourceAsync(Shape, [new Ticket { Id = 4 }]);
        await using var target = await ShapedContext.CreateAsync(Shape);
        await OmenDbMigrator.CopyAsync(source, target);

        Assert.Equal(8, (await target.Set<Ticket>().SingleAsync()).Number);
    }

    [Fact]
    public async Task What_a_converter_made_is_copied_as_it_is_also_where_the_stores_keep_it_otherwise()
    {
        static void Shape(ModelBuilder m)
        {
            m.Entity<Word>().HasKey(w => w.Name);
            m.Entity<Word>().Property(w => w.Meaning).HasConversion(v => (ulong)v + 1, v => (int)v);
        }

        await using var source = await SourceAsync(Shape, [new Word { Name = "bank", Meaning = 1 }]);
        await using var target = await ShapedContext.CreateAsync(Shape);
        await OmenDbMigrator.CopyAsync(source, target);

        Assert.Equal(2, (await target.Set<Word>().SingleAsync()).Meaning);
    }

    [Fact]
    public async Task A_column_that_two_types_convert_each_its_own_way_is_copied()
    {
        static void Shape(ModelBuilder m)
        {
            m.Entity<Vehicle>();
            m.Entity<Car>().Property(c => c.Kind).HasConversion<string>().HasColumnName("Kind");
            m.Entity<Ship>().Property(s => s.Kind).HasConversion<string>().HasColumnName("Kind");
        }

        await using var source = await SourceAsync(Shape, [new Car { Kind = CarKind.Van }, new Ship { Kind = ShipKind.Ferry }]);
        await using var target = await ShapedContext.CreateAsync(Shape);

        Assert.Equal(2, await OmenDbMigrator.CopyAsync(source, target));
        Assert.Equal(ShipKind.Ferry, (await target.Set<Ship>().SingleAsync()).Kind);
    }

    [Fact]
    public async Task A_row_version_is_the_targets_own()
    {
        static void Shape(ModelBuilder m) => m.Entity<Versioned>().Property(v => v.Version).IsRowVersion().HasDefaultValue(0u);
        await using var source = await SourceAsync(Shape, [new Versioned { Id = 1 }]);
        await using var middle = await ShapedContext.CreateAsync(Shape);
        await using var back = await ShapedContext.OnSqliteAsync(_folder.File("back.db"), Shape);
        Assert.Equal(1, await OmenDbMigrator.CopyAsync(source, middle));

        Assert.Equal(1, await OmenDbMigrator.CopyAsync(middle, back));
        Assert.Equal(0u, (await back.Set<Versioned>().SingleAsync()).Version);
    }

    [Fact]
    public async Task A_row_version_that_the_target_cannot_make_is_refused_by_its_name()
    {
        await using var source = await ShapedContext.CreateAsync(Shape);
        await using var target = await ShapedContext.OnSqliteAsync(_folder.File("target.db"), Shape);

        var error = await Assert.ThrowsAsync<NotSupportedException>(() => OmenDbMigrator.CopyAsync(source, target));

        Assert.Contains("'Versioned.Version'", error.Message, StringComparison.Ordinal);
        static void Shape(ModelBuilder m) => m.Entity<Versioned>().Property(v => v.Version).IsRowVersion();
    }

    [Theory, InlineData("hilo"), InlineData("composite"), InlineData("column"), InlineData("sequence")]
    public async Task Numbers_go_on_behind_the_greatest_wherever_they_come_from(string kind)
    {
        await using var source = await SourceAsync(Shape, [new Ticket { Id = 1, Number = 57 }]);
        await using var target = await ShapedContext.CreateAsync(Shape);
        await OmenDbMigrator.CopyAsync(source, target);
        var next = target.Add(new Ticket { Id = 1000 });
        await target.SaveChangesAsync();

        Assert.True(next.Entity.Number > 57, $"{next.Entity.Number}");

        void Shape(ModelBuilder m)
        {
            var ticket = m.Entity<Ticket>();
            if (kind == "column")
                ticket.HasKey(t => t.Id);
            else if (kind == "composite")
                ticket.HasKey(t => new { t.Id, t.Number });
            else
                ticket.HasKey(t => t.Number);
            ticket.Property(t => t.Id).ValueGeneratedNever();
            if (m.Model.GetDefaultSchema() is null)
                return;
            if (kind == "hilo")
                ticket.Property(t => t.Number).UseHiLo("numbers");
            else if (kind == "sequence")
                ticket.Property(t => t.Number).UseSequence("numbers");
            else
                ticket.Property(t => t.Number).UseIdentityByDefaultColumn();
        }
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private async Task<ShapedContext> SourceAsync(Action<ModelBuilder> shape, IEnumerable<object> rows)
    {
        var db = await ShapedContext.OnSqliteAsync(_folder.File("source.db"), shape);
        db.AddRange(rows);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return db;
    }

    private sealed class Word
    {
        public string Name { get; set; } = "";

        public int Meaning { get; set; }
    }

    private sealed class Measure
    {
        public int Id { get; set; }

        public decimal Price { get; set; }

        public string Code { get; set; } = "";

        public string Note { get; set; } = "";

        public string Raw { get; set; } = "{}";

        public DateTime At { get; set; }

        public TimeSpan Took { get; set; }
    }

    private sealed class Meeting
    {
        public int Id { get; set; }

        public DateTimeOffset At { get; set; }

        public List<DateTime> Again { get; set; } = [];

        public DateTime?[]? Never { get; set; }
    }

    private sealed class Folder
    {
        public int Id { get; set; }

        public int? In { get; set; }
    }

    private sealed class Versioned
    {
        public int Id { get; set; }

        public uint Version { get; set; }
    }

    private sealed class Counted
    {
        public int Id { get; set; }
    }

    private sealed class Ticket
    {
        public int Id { get; set; }

        public int Number { get; set; }
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
