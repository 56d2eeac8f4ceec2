using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Infrastructure.Internal;

namespace OmenDb.EFCore.Sqlite.Tests;

/// <summary>A schema that changes under the index.</summary>
public sealed class MigrationTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99, 4);
    private static readonly SqlBaselines Sql = new(SourceFolder());

    [Fact]
    public async Task An_index_added_to_a_populated_table_holds_what_is_there()
    {
        await using (var before = await Database.CreateAsync(WithoutIndex))
            await FillAsync(before);

        await using var db = await MigrateAsync(WithoutIndex, WithIndex);

        await CheckAsync(db, 100);
    }

    [Fact]
    public async Task An_index_added_to_a_table_with_missing_vectors_holds_the_others()
    {
        await using (var before = await Database.CreateAsync(PlainWithoutIndex))
        {
            before.AddRange(Vectors.Many(60, 4).Select((v, i) => new Plain { Id = i + 1, Vector = i % 3 == 0 ? null : v }));
            await before.SaveChangesAsync();
        }

        await using var db = await MigrateAsync(PlainWithoutIndex, PlainWithIndex);

        Assert.Equal(40, await db.Set<Plain>().NearestTo(Query, 100).CountAsync());
        Assert.True((await db.Database.VectorIndex<Plain>(p => p.Vector).VerifyAsync()).IsHealthy);

        static void PlainWithoutIndex(ModelBuilder m) => m.Entity<Plain>().Property(p => p.Vector).IsVector(4);

        static void PlainWithIndex(ModelBuilder m)
        {
            PlainWithoutIndex(m);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector);
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_table_that_is_rebuilt_keeps_its_triggers(bool flushed)
    {
        await using (var before = await Database.CreateAsync(WithIndex))
        {
            await FillAsync(before);
            if (flushed)
                await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        static void Changed(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().ToTable(t => t.HasCheckConstraint("CK_Id", "Id > -5"));
        }

        await using var db = await MigrateAsync(WithIndex, Changed);

        await CheckAsync(db, 100);
    }

    [Fact]
    public async Task A_column_that_is_added_changes_nothing()
    {
        await using (var before = await Database.CreateAsync(WithIndex))
            await FillAsync(before);

        static void Changed(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().Property<string>("Extra");
        }

        await using var db = await MigrateAsync(WithIndex, Changed);

        await CheckAsync(db, 100);
    }

    [Fact]
    public async Task A_vector_that_becomes_required_is_still_searched()
    {
        static void Optional(ModelBuilder m)
        {
            m.Entity<Plain>().Property(p => p.Vector).IsVector(4);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector);
        }

        static void Required(ModelBuilder m)
        {
            Optional(m);
            m.Entity<Plain>().Property(p => p.Vector).IsRequired();
        }

        await using (var before = await Database.CreateAsync(Optional))
        {
            before.AddRange(Vectors.Many(60, 4).Select((v, i) => new Plain { Id = i + 1, Vector = v }));
            await before.SaveChangesAsync();
        }

        await using var db = await MigrateAsync(Optional, Required);
        Database.Execute("DELETE FROM Plain WHERE Id <= 10; UPDATE Plain SET Vector = $v WHERE Id = 11", ("$v", Vectors.Bytes(Query)));

        Assert.Equal(50, await db.Set<Plain>().NearestTo(Query, 100).CountAsync());
        Assert.Equal(11, (await db.Set<Plain>().NearestTo(Query, 1).SingleAsync()).Id);
    }

    [Fact]
    public async Task An_index_that_is_dropped_leaves_no_ledger_and_no_triggers()
    {
        await using (var before = await Database.CreateAsync(WithIndex))
        {
            await FillAsync(before);
            await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        await using var db = await MigrateAsync(WithIndex, WithoutIndex);

        Assert.Equal(0L, Database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' OR name LIKE '%Ledger%'"));
        db.Add(new Note { Id = 1000, Vector = Query });
        await db.SaveChangesAsync();
        await db.Set<Note>().Where(n => n.Id < 10).ExecuteDeleteAsync();
        Assert.Equal(1000, (await db.Set<Note>().NearestTo(n => n.Vector, Query, 1).SingleAsync()).Id);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_index_that_is_dropped_and_added_again_holds_what_is_there_now(bool inANewProcess)
    {
        await using (var before = await Database.CreateAsync(WithIndex))
        {
            await FillAsync(before);
            await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        await using (var without = await MigrateAsync(WithIndex, WithoutIndex, "_dropped"))
            await without.Set<Note>().ExecuteUpdateAsync(s => s.SetProperty(n => n.Vector, n => EF.Constant(new ReadOnlyMemory<float>(Vectors.Axis(1, 4)))));
        Database.Execute("UPDATE Notes SET Vector = $v WHERE Id % 2 = 0", ("$v", Vectors.Bytes(Vectors.Axis(2, 4))));

        await using (var again = await MigrateAsync(WithoutIndex, WithIndex, "_added"))
        {
            if (!inANewProcess)
                await CheckAsync(again);
        }

        using var copy = Database.Copy();
        await using var db = copy.Open(WithIndex);
        await CheckAsync(db);

        static async Task CheckAsync(ModelContext db)
        {
            var nearest = await db.Set<Note>().NearestTo(Vectors.Axis(1, 4), 50).Select(n => n.Id).ToListAsync();
            Assert.Equal(50, nearest.Count);
            Assert.All(nearest, id => Assert.Equal(1, id % 2));
        }
    }

    [Fact]
    public async Task A_table_that_is_renamed_takes_its_index_along()
    {
        await using (var before = await Database.CreateAsync(WithIndex))
        {
            await FillAsync(before);
            await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        static void Renamed(ModelBuilder m) => m.Entity<Note>().ToTable("Memos").HasVectorIndex(n => n.Vector);

        await using var db = await MigrateAsync(WithIndex, Renamed);

        await CheckAsync(db, 100, table: "Memos");
        Assert.Equal(3L, Database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"));
    }

    [Fact]
    public async Task A_trigger_of_the_users_own_stays_when_the_table_it_is_named_after_is_dropped()
    {
        static void WithTags(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Tag>().ToTable("Tags");
        }

        await using (var before = await Database.CreateAsync(WithTags))
            await FillAsync(before);
        Database.Execute("CREATE TRIGGER Tags_insert AFTER INSERT ON Notes BEGIN DELETE FROM Notes WHERE Id < 0; END");

        await using var db = await MigrateAsync(WithTags, WithIndex);

        Assert.Equal(1L, Database.Scalar("SELECT count(*) FROM sqlite_master WHERE name = 'Tags_insert'"));
    }

    [Fact]
    public async Task A_column_that_is_renamed_takes_its_index_along()
    {
        await using (var before = await Database.CreateAsync(WithIndex))
            await FillAsync(before);

        static void Renamed(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Vector).HasColumnName("Embedding");
        }

        await using var db = await MigrateAsync(WithIndex, Renamed);

        await CheckAsync(db, 100, column: "Embedding");
        Assert.Equal(3L, Database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_column_whose_name_changes_in_case_alone_takes_its_index_along(bool flushed)
    {
        await using (var before = await Database.CreateAsync(WithIndex))
        {
            await FillAsync(before);
            if (flushed)
                await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        await using var db = await MigrateAsync(WithIndex, static m =>
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Vector).HasColumnName("vector");
        });

        await CheckAsync(db, 100, column: "vector");
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

        await using (var before = await Database.CreateAsync(Old))
        {
            await FillAsync(before);
            await before.Set<Note>().ExecuteUpdateAsync(s => s.SetProperty(n => EF.Property<ReadOnlyMemory<float>?>(n, "Old"), n => EF.Constant<ReadOnlyMemory<float>?>(Vectors.Axis(1, 4))));
            await before.Database.VectorIndex<Note>(n => EF.Property<ReadOnlyMemory<float>?>(n, "Old")).FlushAsync();
        }

        await using (await MigrateAsync(Old, New, "_dropped"))
        {
        }

        await using (var renamed = await MigrateAsync(New, WithIndex, "_renamed"))
        {
            if (!inANewProcess)
                await CheckAsync(renamed, 100);
        }

        if (!inANewProcess)
            return;
        using var copy = Database.Copy();
        await using var db = copy.Open(WithIndex);
        Assert.Equal(
            Exact.Nearest(Vectors.Many(100, 4).Select((v, i) => (i + 1, v)), Query, 20),
            await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());
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

        await using (var before = await Database.CreateAsync(Old))
        {
            await FillAsync(before);
            before.AddRange(Vectors.Many(100, 4, seed: 2).Select((v, i) => new Keyed<int> { Id = i + 1, Vector = v }));
            await before.SaveChangesAsync();
            await before.Database.VectorIndex<Keyed<int>>(k => k.Vector).FlushAsync();
        }

        await using (await MigrateAsync(Old, New, "_dropped"))
        {
        }

        await using var db = await MigrateAsync(New, WithIndex, "_renamed");

        await CheckAsync(db, 100);
    }

    [Fact]
    public async Task A_dimension_that_changes_is_refused_while_there_are_vectors()
    {
        await using (var before = await Database.CreateAsync(WithIndex))
            await FillAsync(before);

        var error = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => MigrateAsync(WithIndex, Wider));

        Assert.Contains("Notes.Vector holds vectors of 4 elements, and the model now says 8", error.Message, StringComparison.Ordinal);
        await using var db = Database.Open(WithIndex);
        await CheckAsync(db, 100);
    }

    [Fact]
    public async Task A_dimension_may_change_while_there_are_no_vectors()
    {
        await using (await Database.CreateAsync(WithIndex))
        {
        }

        await using var db = await MigrateAsync(WithIndex, Wider);
        db.Add(new Note { Id = 1, Vector = Vectors.Random(1, 8) });
        await db.SaveChangesAsync();

        Assert.Equal(1, (await db.Set<Note>().NearestTo(Vectors.Random(2, 8), 5).SingleAsync()).Id);
    }

    [Theory, InlineData("column"), InlineData("table")]
    public async Task A_dimension_may_change_together_with_a_name_while_there_are_no_vectors(string renamed)
    {
        static void Optional(ModelBuilder m)
        {
            m.Entity<Plain>().ToTable("Plain").Property(p => p.Vector).IsVector(4);
            m.Entity<Plain>().HasVectorIndex(p => p.Vector);
        }

        await using (var before = await Database.CreateAsync(Optional))
        {
            before.Add(new Plain { Id = 1 });
            await before.SaveChangesAsync();
        }

        await using var db = await MigrateAsync(
            Optional,
            m =>
            {
                Optional(m);
                m.Entity<Plain>().ToTable(renamed == "table" ? "Simple" : "Plain").Property(p => p.Vector).IsVector(8).HasColumnName(renamed == "column" ? "Embedding" : "Vector");
            },
            "_" + renamed);
        db.Add(new Plain { Id = 2, Vector = Vectors.Random(1, 8) });
        await db.SaveChangesAsync();

        Assert.Equal(2, (await db.Set<Plain>().NearestTo(Vectors.Random(2, 8), 5).SingleAsync()).Id);
    }

    [Fact]
    public async Task A_migration_may_itself_make_its_vectors_as_long_as_they_will_be()
    {
        static void Longer(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Vector).IsVector(6);
        }

        await using (var before = await Database.CreateAsync(Longer))
        {
            before.AddRange(Vectors.Many(100, 4).Select((v, i) => new Note { Id = i + 1, Vector = (float[])[.. v, 0, 1] }));
            await before.SaveChangesAsync();
            await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        await using var db = await MigrateAsync(Longer, WithIndex, sql: $"UPDATE Notes SET Vector = substr(Vector, 1, {4 * sizeof(float)})");

        await CheckAsync(db, 100);
    }

    [Fact]
    public async Task A_table_that_another_context_migrates_is_searched_and_not_migrated()
    {
        await using (var other = await Database.CreateAsync(WithIndex))
            await FillAsync(other);

        await using var db = await MigrateAsync(
            static m => m.Entity<Plain>().Property(p => p.Vector).IsVector(4),
            static m =>
            {
                m.Entity<Plain>().Property(p => p.Vector).IsVector(4);
                m.Entity<Note>().ToTable("Notes", t => t.ExcludeFromMigrations()).HasVectorIndex(n => n.Vector);
            });

        await CheckAsync(db, 100);
    }

    [Fact]
    public async Task A_key_column_that_is_renamed_keeps_the_index()
    {
        await using (var before = await Database.CreateAsync(WithIndex))
        {
            await FillAsync(before);
            await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        static void Renamed(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Id).HasColumnName("Number");
        }

        await using var db = await MigrateAsync(WithIndex, Renamed);

        await CheckAsync(db, 100, key: "Number");
    }

    [Fact]
    public async Task A_key_that_is_put_into_text_keeps_the_index()
    {
        await using (var before = await Database.CreateAsync(WithIndex))
        {
            await FillAsync(before);
            await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

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
        static void Model(ModelBuilder m) => m.Entity<Cell>(cell =>
        {
            cell.HasKey(c => new { c.Row, c.Column });
            cell.HasVectorIndex(c => c.Vector);
        });
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

    [Theory, InlineData("foreign key"), InlineData("unique"), InlineData("nullable"), InlineData("dropped column"), InlineData("default")]
    public async Task Whatever_makes_EF_Core_rebuild_the_table_the_index_goes_on(string change)
    {
        Action<ModelBuilder> from = static m =>
        {
            WithIndex(m);
            m.Entity<Tag>();
            m.Entity<Note>().Property<int>("Extra");
            m.Entity<Note>().Property<string>("Text").IsRequired().HasDefaultValue("x");
        };
        Action<ModelBuilder> to = m =>
        {
            from(m);
            switch (change)
            {
                case "foreign key":
                    m.Entity<Note>().HasOne<Tag>().WithMany().HasForeignKey("TagId").IsRequired(false);
                    break;
                case "unique":
                    m.Entity<Note>().HasAlternateKey("Id", "Extra");
                    break;
                case "nullable":
                    m.Entity<Note>().Property<string>("Text").IsRequired(false);
                    break;
                case "dropped column":
                    m.Entity<Note>().Metadata.RemoveProperty("Extra");
                    break;
                default:
                    m.Entity<Note>().Property<int>("Extra").HasDefaultValue(7);
                    break;
            }
        };
        await using (var before = await Database.CreateAsync(from))
        {
            await FillAsync(before);
            await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        Database.Commands.Clear();
        await using var db = await MigrateAsync(from, to, "_" + change.Replace(' ', '_'));

        Assert.Contains(Database.Commands.Texts, sql => sql.Contains("RENAME TO \"Notes\"", StringComparison.Ordinal)); // rebuilt
        await CheckAsync(db, 100, extra: change != "dropped column");
    }

    [Fact]
    public async Task A_table_that_is_rebuilt_is_never_committed_without_its_triggers()
    {
        await using (var before = await Database.CreateAsync(WithIndex))
            await FillAsync(before);

        static void Changed(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().Property<int>("Extra");
            m.Entity<Note>().HasIndex("Extra");
            m.Entity<Note>().ToTable(t => t.HasCheckConstraint("CK_Id", "Id > -5"));
        }

        var commits = new CommitLog(() => Database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"));
        await using var db = await MigrateAsync(WithIndex, Changed, interceptor: commits);

        Assert.True(commits.Seen.Count > 1);
        Assert.All(commits.Seen, triggers => Assert.Equal(3L, triggers));
        await CheckAsync(db, 100, extra: true);
    }

    [Fact]
    public async Task A_table_that_SQL_in_a_migration_rebuilds_gets_its_triggers_back_in_a_process_that_has_searched_it()
    {
        await using var before = await Database.CreateAsync(WithIndex);
        await FillAsync(before);
        await before.Set<Note>().NearestTo(Query, 1).ToListAsync();

        await using var db = await MigrateAsync(
            WithIndex,
            WithIndex,
            sql: "CREATE TABLE Rebuilt (Id INTEGER NOT NULL PRIMARY KEY, Vector BLOB NOT NULL); INSERT INTO Rebuilt SELECT Id, Vector FROM Notes; DROP TABLE Notes; ALTER TABLE Rebuilt RENAME TO Notes;");

        await CheckAsync(db, 100);
    }

    [Fact]
    public async Task A_metric_that_changes_is_searched_by_the_new_one()
    {
        static void Euclidean(ModelBuilder m)
        {
            m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector).HasMetric(VectorMetric.Euclidean);
        }

        await using (var before = await Database.CreateAsync(WithIndex))
        {
            await FillAsync(before);
            await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        await using var db = await MigrateAsync(WithIndex, Euclidean);
        var exact = Exact.Nearest(Vectors.Many(100, 4).Select((v, i) => (i + 1, v)), Query, 20, VectorMetric.Euclidean);

        Assert.Equal(exact, await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());
        await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        Assert.Equal(exact, await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());
    }

    [Theory, InlineData("insert"), InlineData("update"), InlineData("delete")]
    public async Task A_trigger_that_was_dropped_by_hand_is_created_again(string trigger)
    {
        await using (var before = await Database.CreateAsync(WithIndex))
        {
            await FillAsync(before);
            await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        }

        Database.Execute($"DROP TRIGGER Notes_Vector_Ledger_{trigger}");
        Database.Execute("INSERT INTO Notes (Id, Vector) VALUES (1000, $v); UPDATE Notes SET Vector = $v WHERE Id = 50; DELETE FROM Notes WHERE Id = 51", ("$v", Vectors.Bytes(Query)));
        using var copy = Database.Copy(); // as a new process would find it

        await using var db = copy.Open(WithIndex);
        var found = await db.Set<Note>().NearestTo(Query, 200).Select(n => n.Id).ToListAsync();

        Assert.Equal([50, 1000], found.Take(2).Order());
        Assert.Equal(100, found.Count);
        Assert.Contains(copy.Events, e => e.Id == OmenDbEventId.TriggersRepaired);
        Assert.True((await db.Database.VectorIndex<Note>(n => n.Vector).VerifyAsync()).IsHealthy);
    }

    [Fact]
    public async Task The_model_and_its_own_snapshot_do_not_differ()
    {
        await using var db = Database.Open(WithIndex);
        await using var same = Database.Open(m => WithIndex(m));

        Assert.False(db.GetService<IMigrationsModelDiffer>().HasDifferences(Relational(db), Relational(same)));
        Assert.DoesNotContain(db.GetService<IMigrationsModelDiffer>().GetDifferences(null, Relational(db)), o => o.ToString()!.Contains("omen_nearest", StringComparison.Ordinal));
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

        static void Model(ModelBuilder m) => m.Entity<Tag>();

        static async Task RunAsync(ModelContext context)
        {
            await using var db = context;
            await db.Database.EnsureCreatedAsync();
            db.Add(new Tag { Name = "A" });
            await db.SaveChangesAsync();
            await db.Set<Tag>().Where(t => t.Name == "A").ToListAsync();
            await db.Set<Tag>().ExecuteDeleteAsync();
        }
    }

    [Fact]
    public async Task An_entity_that_the_model_leaves_out_gets_no_ledger()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Author>().Ignore(a => a.Drafts)); // EF Core has seen Draft before it is told to leave it

        db.Add(new Author { Name = "A" });
        await db.SaveChangesAsync();

        Assert.Equal(1L, Database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'"));
    }

    private static void WithoutIndex(ModelBuilder model) => model.Entity<Note>().ToTable("Notes");

    private static void WithIndex(ModelBuilder model) => model.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector);

    private static void Wider(ModelBuilder model)
    {
        WithIndex(model);
        model.Entity<Note>().Property(n => n.Vector).IsVector(8);
    }

    private static string SourceFolder([CallerFilePath] string source = "") => Path.GetDirectoryName(source)!;

    private static IRelationalModel Relational(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    private static async Task FillAsync(ModelContext db)
    {
        db.AddRange(Vectors.Many(100, 4).Select((v, i) => new Note { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
    }

    /// <summary>Does to the database what a migration from one model to the other would, after SQL that was written into it, holds its SQL against the baseline, and opens the database with the other.</summary>
    private async Task<ModelContext> MigrateAsync(Action<ModelBuilder> from, Action<ModelBuilder> to, string step = "", string? sql = null, IInterceptor? interceptor = null, [CallerMemberName] string test = "")
    {
        await using var before = Database.Open(from);
        var db = new ModelContext(Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString, s => s.UseOmenDb()).AddInterceptors(interceptor is null ? [] : [interceptor])), to);
        var operations = db.GetService<IMigrationsModelDiffer>().GetDifferences(Relational(before), Relational(db));
        if (sql is not null)
            operations = [new SqlOperation { Sql = sql }, .. operations];
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(operations, db.GetService<IDesignTimeModel>().Model);
        Sql.Check("Migration", test + step, commands.Select(c => c.CommandText));
        SqliteVectorStore.Of(db)!.IsMigrating = true; // as the migrator says
        await db.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(commands, db.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalConnection>());
        SqliteVectorStore.Of(db)!.IsMigrating = false;
        return db;
    }

    /// <summary>Searches, then changes rows behind EF Core's back and searches again.</summary>
    private async Task CheckAsync(ModelContext db, int rows, string table = "Notes", string column = "Vector", string key = "Id", bool extra = false)
    {
        var vectors = Vectors.Many(rows, 4).Select((v, i) => (i + 1, v)).ToList();
        Assert.Equal(Exact.Nearest(vectors, Query, 20), await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());

        Database.Execute(
            $"INSERT INTO {table} ({key}, {column}{(extra ? ", Extra" : "")}) VALUES (1000, $v{(extra ? ", 5" : "")}); UPDATE {table} SET {column} = $v WHERE {key} = 50; DELETE FROM {table} WHERE {key} <= 10",
            ("$v", Vectors.Bytes(Query)));
        foreach (var flush in new[] { false, true })
        {
            if (flush)
                await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
            var found = await db.Set<Note>().NearestTo(Query, 1_000).Select(n => n.Id).ToListAsync();
            Assert.Equal([50, 1000], found.Take(2).Order());
            Assert.Equal(rows - 9, found.Count);
        }

        Assert.True((await db.Database.VectorIndex<Note>(n => n.Vector).VerifyAsync()).IsHealthy);
    }

    private sealed class CommitLog(Func<object?> see) : DbTransactionInterceptor
    {
        public List<object?> Seen { get; } = [];

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Seen.Add(see());
            return Task.CompletedTask;
        }
    }
}
