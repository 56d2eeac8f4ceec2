namespace OmenDb.EFCore.Sqlite.Tests.Migrations;

/// <summary>Tables, columns and keys that a migration changes under the index.</summary>
public sealed class MigrationRenameTests : MigrationTest
{
    [Fact]
    public async Task A_table_that_is_renamed_takes_its_index_along()
    {
        await FillAsync(WithIndex, flushed: true);

        static void Renamed(ModelBuilder m) => m.Entity<Note>().ToTable("Memos").HasVectorIndex(n => n.Vector);

        await using var db = await MigrateAsync(WithIndex, Renamed);

        await CheckAsync(db, table: "Memos");
        Assert.Equal(3L, Database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"));
    }

    [Fact]
    public async Task A_column_that_is_renamed_takes_its_index_along()
    {
        await FillAsync(WithIndex);

        static void Renamed(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Vector).HasColumnName("Embedding");
        }

        await using var db = await MigrateAsync(WithIndex, Renamed);

        await CheckAsync(db, column: "Embedding");
        Assert.Equal(3L, Database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_column_whose_name_changes_in_case_alone_takes_its_index_along(bool flushed)
    {
        await FillAsync(WithIndex, flushed);

        await using var db = await MigrateAsync(WithIndex, static m =>
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Vector).HasColumnName("vector");
        });

        await CheckAsync(db, column: "vector");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_column_that_takes_the_name_of_one_that_was_dropped_is_searched_by_its_own_vectors(bool inANewProcess)
    {
        static void Old(ModelBuilder m)
        {
            New(m);
            m.Entity<Note>().Property<ReadOnlyMemory<float>?>("Old").HasColumnName("Vector").IsVector(4).HasVectorIndex(VectorMetric.Cosine);
        }

        static void New(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Vector).HasColumnName("Better");
        }

        await using (var before = await FilledAsync(Old))
        {
            await before.Set<Note>().ExecuteUpdateAsync(s => s.SetProperty(n => EF.Property<ReadOnlyMemory<float>?>(n, "Old"), n => EF.Constant<ReadOnlyMemory<float>?>(Vectors.Axis(1, 4))));
            await before.Database.VectorIndex<Note>(n => EF.Property<ReadOnlyMemory<float>?>(n, "Old")).FlushAsync();
        }

        await using (await MigrateAsync(Old, New, "_dropped"))
        {
        }

        await using (var renamed = await MigrateAsync(New, WithIndex, "_renamed"))
        {
            if (!inANewProcess)
                await CheckAsync(renamed);
        }

        if (!inANewProcess)
            return;
        using var copy = Database.Copy();
        await using var db = copy.Open(WithIndex);
        Assert.Equal(Nearest(), await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());
    }

    [Fact]
    public async Task A_table_that_takes_the_name_of_one_that_was_dropped_is_searched_by_its_own_vectors()
    {
        static void Old(ModelBuilder m)
        {
            New(m);
            m.Entity<Keyed<int>>().ToTable("Notes").HasVectorIndex(k => k.Vector);
        }

        static void New(ModelBuilder m) => m.Entity<Note>().ToTable("Better").HasVectorIndex(n => n.Vector);

        await using (var before = await FilledAsync(Old))
        {
            before.AddRange(Vectors.Many(100, 4, seed: 2).Select((v, i) => new Keyed<int> { Id = i + 1, Vector = v }));
            await before.SaveChangesAsync();
            await before.Database.VectorIndex<Keyed<int>>(k => k.Vector).FlushAsync();
        }

        await using (await MigrateAsync(Old, New, "_dropped"))
        {
        }

        await using var db = await MigrateAsync(New, WithIndex, "_renamed");

        await CheckAsync(db);
    }

    [Theory, InlineData("General_Ledger"), InlineData("My_General_Ledger")]
    public async Task A_trigger_of_the_users_own_stays_on_a_table_that_is_renamed_whatever_it_was_called(string name)
    {
        await (await Database.CreateAsync(Before)).DisposeAsync();
        Database.Execute($"CREATE TRIGGER {name}_insert AFTER INSERT ON {name} BEGIN UPDATE {name} SET Name = 'told' WHERE Id = NEW.Id; END");

        await using var db = await MigrateAsync(Before, m => Of(m, "Books"), "_" + name);
        Database.Execute("INSERT INTO Books (Name) VALUES ('new')");

        Assert.Equal("told", (await db.Set<Named>().SingleAsync()).Name);

        void Before(ModelBuilder m) => Of(m, name);

        static void Of(ModelBuilder m, string table) => m.Entity<Named>().ToTable(table).HasKey(n => n.Id).HasName("Key"); // of another name, EF Core rebuilds the table
    }

    [Fact]
    public async Task A_key_column_that_is_renamed_keeps_the_index()
    {
        await FillAsync(WithIndex, flushed: true);

        static void Renamed(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Id).HasColumnName("Number");
        }

        await using var db = await MigrateAsync(WithIndex, Renamed);

        await CheckAsync(db, key: "Number");
    }

    [Fact]
    public async Task A_key_that_is_put_into_text_keeps_the_index()
    {
        await FillAsync(WithIndex, flushed: true);

        await using var db = await MigrateAsync(WithIndex, static m =>
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Id).HasConversion<string>();
        });
        Database.Execute("INSERT INTO Notes (Id, Vector) VALUES ('1000', $v); DELETE FROM Notes WHERE Id = '7'", ("$v", Vectors.Bytes(Query)));

        var rows = (await db.Set<Note>().AsNoTracking().ToListAsync()).ConvertAll(n => (n.Id, n.Vector.ToArray()));
        Assert.Equal(100, rows.Count);
        Assert.Equal(Exact.Nearest(rows, Query, 20), await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());
        Assert.Empty((await db.Database.VectorIndex<Note>(n => n.Vector).VerifyAsync()).Problems);
    }

    [Fact]
    public async Task A_key_that_gets_another_column_keeps_the_index()
    {
        static void Model(ModelBuilder m) => m.Entity<Cell>().HasKey(c => new { c.Row, c.Column });
        await using (var before = await Database.CreateAsync(Model))
        {
            before.AddRange(Vectors.Many(100, 4).Select((v, i) => new Cell { Sheet = $"sheet {i % 3}", Row = i / 10, Column = i % 10, Vector = v }));
            await before.SaveChangesAsync();
            await before.Database.VectorIndex<Cell>(c => c.Vector).FlushAsync();
        }

        await using var db = await MigrateAsync(Model, static m =>
        {
            Model(m);
            m.Entity<Cell>().HasKey(c => new { c.Sheet, c.Row, c.Column });
        });
        Database.Execute("INSERT INTO Cell (Sheet, Row, \"Column\", Vector) VALUES ('other', 1, 1, $v); DELETE FROM Cell WHERE Row = 2", ("$v", Vectors.Bytes(Query)));

        var rows = (await db.Set<Cell>().AsNoTracking().ToListAsync()).ConvertAll(c => (Key: (c.Sheet, c.Row, c.Column), c.Vector));
        Assert.Equal(91, rows.Count);
        Assert.Equal(Exact.Nearest(rows, Query, 20), (await db.Set<Cell>().NearestTo(c => c.Vector, Query, 20).ToListAsync()).Select(c => (c.Sheet, c.Row, c.Column)));
        Assert.Empty((await db.Database.VectorIndex<Cell>(c => c.Vector).VerifyAsync()).Problems);
    }
}
