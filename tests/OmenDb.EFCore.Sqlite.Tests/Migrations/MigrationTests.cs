using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace OmenDb.EFCore.Sqlite.Tests.Migrations;

/// <summary>An index that a migration adds, changes or drops.</summary>
public sealed class MigrationTests : MigrationTest
{
    [Fact]
    public async Task An_index_added_to_a_populated_table_holds_what_is_there()
    {
        await FillAsync(WithoutIndex);

        await using var db = await MigrateAsync(WithoutIndex, WithIndex);

        await CheckAsync(db);
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

    [Fact]
    public async Task A_column_that_is_added_changes_nothing()
    {
        await FillAsync(WithIndex);

        static void Changed(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().Property<string>("Extra");
        }

        await using var db = await MigrateAsync(WithIndex, Changed);

        await CheckAsync(db);
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
        await FillAsync(WithIndex, flushed: true);

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
        await FillAsync(WithIndex, flushed: true);

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

    [Theory, InlineData("Tags"), InlineData("General_Ledger")]
    public async Task A_trigger_of_the_users_own_stays_when_the_table_it_is_named_after_is_dropped(string name)
    {
        void WithTags(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Named>().ToTable(name);
        }

        await FillAsync(WithTags);
        Database.Execute($"CREATE TRIGGER {name}_insert AFTER INSERT ON Notes BEGIN DELETE FROM Notes WHERE Id < 0; END");

        await using var db = await MigrateAsync(WithTags, WithIndex, "_" + name);

        Assert.Equal(1L, Database.Scalar($"SELECT count(*) FROM sqlite_master WHERE name = '{name}_insert'"));
    }

    [Fact]
    public async Task A_dimension_that_changes_is_refused_while_there_are_vectors()
    {
        await FillAsync(WithIndex);

        var error = await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(() => MigrateAsync(WithIndex, Wider));

        Assert.Contains("Notes.Vector holds vectors of 4 elements, and the model now says 8", error.Message, StringComparison.Ordinal);
        await using var db = Database.Open(WithIndex);
        await CheckAsync(db);
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

        await CheckAsync(db);
    }

    [Fact]
    public async Task A_dimension_of_halves_may_change_where_the_vectors_are_as_long_already()
    {
        static Action<ModelBuilder> Of(int dimensions) => m => m.Entity<Named>().ToTable("Tags").Property<ReadOnlyMemory<Half>?>("Look").IsVector(dimensions);

        await (await Database.CreateAsync(Of(6))).DisposeAsync();
        Database.Execute("INSERT INTO Tags (Name, Look) VALUES ('a', zeroblob(8))");

        await using var db = await MigrateAsync(Of(6), Of(4));

        Assert.Equal(1, await db.Set<Named>().CountAsync());
    }

    [Fact]
    public async Task A_table_that_another_context_migrates_is_searched_and_not_migrated()
    {
        await FillAsync(WithIndex);

        await using var db = await MigrateAsync(
            static m => m.Entity<Plain>().Property(p => p.Vector).IsVector(4),
            static m =>
            {
                m.Entity<Plain>().Property(p => p.Vector).IsVector(4);
                m.Entity<Note>().ToTable("Notes", t => t.ExcludeFromMigrations()).HasVectorIndex(n => n.Vector);
            });

        await CheckAsync(db);
    }

    [Fact]
    public async Task A_metric_that_changes_is_searched_by_the_new_one()
    {
        static void Euclidean(ModelBuilder m)
        {
            m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector).HasMetric(VectorMetric.Euclidean);
        }

        await FillAsync(WithIndex, flushed: true);

        await using var db = await MigrateAsync(WithIndex, Euclidean);
        var exact = Nearest(VectorMetric.Euclidean);

        Assert.Equal(exact, await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());
        await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        Assert.Equal(exact, await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());
    }

    [Fact]
    public async Task The_model_and_its_own_snapshot_do_not_differ()
    {
        await using var db = Database.Open(WithIndex);
        await using var same = Database.Open(m => WithIndex(m));

        Assert.False(db.GetService<IMigrationsModelDiffer>().HasDifferences(Relational(db), Relational(same)));
        Assert.DoesNotContain(db.GetService<IMigrationsModelDiffer>().GetDifferences(null, Relational(db)), o => o.ToString()!.Contains("omen_nearest", StringComparison.Ordinal));
    }

    private static void Wider(ModelBuilder model)
    {
        WithIndex(model);
        model.Entity<Note>().Property(n => n.Vector).IsVector(8);
    }
}
