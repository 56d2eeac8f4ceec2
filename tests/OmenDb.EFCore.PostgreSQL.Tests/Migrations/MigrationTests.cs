using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace OmenDb.EFCore.PostgreSQL.Tests.Migrations;

/// <summary>A schema that changes under the index.</summary>
public sealed class MigrationTests
{
    private const string Schema = nameof(MigrationTests);
    private static readonly float[] Query = Vectors.Random(99, 4);
    private static readonly SqlBaselines Sql = new(SourceFolder());

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
        static void Optional(ModelBuilder m) => m.Entity<Draft>().Property(d => d.Vector).IsVector(4);

        static void Indexed(ModelBuilder m)
        {
            Optional(m);
            m.Entity<Draft>().HasVectorIndex(d => d.Vector);
        }

        await using (var before = await ShapedContext.CreateAsync(Optional))
        {
            before.AddRange(Vectors.Many(60, 4).Select((v, i) => new Draft { Id = i + 1, Vector = i % 3 == 0 ? null : v }));
            await before.SaveChangesAsync();
        }

        await using var db = await MigrateAsync(Optional, Indexed);

        Assert.Equal(40, await db.Set<Draft>().NearestTo(Query, 100).CountAsync());
        Assert.Equal(40, (await db.Database.VectorIndex<Draft>(d => d.Vector).GetStatisticsAsync()).Indexed);
    }

    [Fact]
    public async Task An_index_that_is_dropped_leaves_the_vectors()
    {
        await FillAsync(WithIndex);
        await using var db = await MigrateAsync(WithIndex, WithoutIndex);

        Assert.Equal(0, await IndexesAsync(db));
        Assert.Equal(Nearest(), await db.Set<Note>().NearestTo(n => n.Vector, Query, 20).Select(n => n.Id).ToListAsync());
    }

    [Fact]
    public async Task A_metric_that_changes_is_searched_by_the_new_one()
    {
        await FillAsync(WithIndex);
        await using var db = await MigrateAsync(WithIndex, m => m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector).HasMetric(VectorMetric.Euclidean));

        await CheckAsync(db, VectorMetric.Euclidean);
    }

    [Fact]
    public async Task A_table_that_is_renamed_takes_its_index_along()
    {
        await FillAsync(WithIndex);
        await using var db = await MigrateAsync(WithIndex, m => m.Entity<Note>().ToTable("Memos").HasVectorIndex(n => n.Vector));

        await CheckAsync(db);
    }

    [Fact]
    public async Task A_column_that_is_renamed_takes_its_index_along()
    {
        await FillAsync(WithIndex);
        await using var db = await MigrateAsync(WithIndex, m =>
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Vector).HasColumnName("Embedding");
        });

        await CheckAsync(db);
    }

    [Fact]
    public async Task A_key_column_that_is_renamed_keeps_the_index()
    {
        await FillAsync(WithIndex);
        await using var db = await MigrateAsync(WithIndex, m =>
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Id).HasColumnName("Number");
        });

        await CheckAsync(db);
    }

    [Fact]
    public async Task A_dimension_that_changes_is_refused_while_there_are_vectors()
    {
        await FillAsync(WithIndex);
        var error = await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(WithIndex, Wider));

        Assert.Contains("Notes.Vector holds vectors of 4 elements, and the model now says 8", error.MessageText, StringComparison.Ordinal);
        Assert.Contains("NULL", error.MessageText, StringComparison.Ordinal);
        await using var db = await ShapedContext.OpenAsync(WithIndex);
        await CheckAsync(db);
    }

    [Fact]
    public async Task A_dimension_may_change_while_there_are_no_vectors()
    {
        await using (await ShapedContext.CreateAsync(WithIndex))
        {
        }

        await using var db = await MigrateAsync(WithIndex, Wider);
        db.Add(new Note { Id = 1, Vector = Vectors.Random(1, 8) });
        await db.SaveChangesAsync();

        Assert.Equal(1, (await db.Set<Note>().NearestTo(Vectors.Random(2, 8), 5).SingleAsync()).Id);
    }

    [Fact]
    public async Task A_required_vector_is_added_to_a_table_without_rows()
    {
        await using (await ShapedContext.CreateAsync(Bare))
        {
        }

        await using var db = await MigrateAsync(Bare, WithIndex);
        db.Add(new Note { Id = 1, Vector = Query });
        await db.SaveChangesAsync();

        Assert.Equal(1, (await db.Set<Note>().NearestTo(Query, 5).SingleAsync()).Id);
    }

    [Fact]
    public async Task A_required_vector_is_refused_where_rows_would_have_none()
    {
        await using (var before = await ShapedContext.CreateAsync(Bare))
            await before.ExecuteAsync("""INSERT INTO {0}."Notes" VALUES (1)""");
        var error = await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(Bare, WithIndex));

        Assert.Contains("Notes.Vector is required, and Notes has rows, which would have no vector", error.MessageText, StringComparison.Ordinal);
        Assert.Contains("nullable", error.MessageText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_required_column_of_bytes_that_is_no_vector_is_added_to_rows()
    {
        await using (var before = await ShapedContext.CreateAsync(Bare))
            await before.ExecuteAsync("""INSERT INTO {0}."Notes" VALUES (1)""");
        await using var db = await MigrateAsync(Bare, m =>
        {
            Bare(m);
            m.Entity<Note>().Property<byte[]>("Picture").IsRequired();
        });

        Assert.Empty(await db.Set<Note>().Select(n => EF.Property<byte[]>(n, "Picture")).SingleAsync());
    }

    [Fact]
    public async Task A_required_vector_with_a_default_is_added_to_rows()
    {
        await using (var before = await ShapedContext.CreateAsync(Bare))
            await before.ExecuteAsync("""INSERT INTO {0}."Notes" VALUES (1)""");
        await using var db = await MigrateAsync(Bare, m =>
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Vector).HasDefaultValue(new float[] { 1, 2, 3, 4 });
        });

        var note = await db.Set<Note>().SingleAsync();
        Assert.Equal([1, 2, 3, 4], note.Vector);
    }

    [Fact]
    public async Task Seeds_with_vectors_are_inserted_changed_and_deleted()
    {
        await using (await ShapedContext.CreateAsync(WithIndex))
        {
        }

        await using var seeded = await MigrateAsync(WithIndex, m => Seeded(m, 1));
        Assert.Equal([1, 2], await seeded.Set<Note>().NearestTo(new float[] { 1, 0, 0, 0 }, 5).Select(n => n.Id).ToListAsync());
        var small = await seeded.Set<Small>().SingleAsync();
        Assert.Equal([(Half)0.5, (Half)1], small.Vector);
        await using var changed = await MigrateAsync(m => Seeded(m, 1), m => Seeded(m, -1), "_changed");
        Assert.Equal([2, 1], await changed.Set<Note>().NearestTo(new float[] { 1, 0, 0, 0 }, 5).Select(n => n.Id).ToListAsync());
        await using var created = await ShapedContext.CreateAsync(m => Seeded(m, 1));
        Assert.Equal(2, await created.Set<Note>().CountAsync());

        static void Seeded(ModelBuilder m, float x)
        {
            WithIndex(m);
            m.Entity<Note>().HasData(new Note { Id = 1, Vector = [x, 0, 0, 0] }, new Note { Id = 2, Vector = [0, 1, 0, 0] });
            m.Entity<Small>().HasData(new Small { Id = 1, Vector = [(Half)0.5, (Half)1] });
        }
    }

    [Fact]
    public async Task Seeds_of_a_snapshot_which_knows_bytes_only_are_inserted_as_vectors()
    {
        static void Snapshot(ModelBuilder m, params object[] rows) => m.Entity("Note", note =>
        {
            note.ToTable("Notes");
            note.Property<int>("Id");
            note.Property<byte[]>("Vector").IsRequired().HasColumnType("vector(4)");
            note.HasData(rows);
        });

        await using (await ShapedContext.CreateAsync(m => Snapshot(m)))
        {
        }

        var bytes = OmenDb.EFCore.PostgreSQL.Storage.Internal.VectorWire.ToBytes<float>(Query);
        await using var seeded = await MigrateAsync(m => Snapshot(m), m => Snapshot(m, new { Id = 1, Vector = bytes }));
        await using var db = await ShapedContext.OpenAsync(WithIndex);

        Assert.Equal(Query, (await db.Set<Note>().SingleAsync()).Vector);
    }

    [Fact]
    public async Task A_vector_becomes_required_once_no_row_is_without_one()
    {
        await using (var before = await ShapedContext.CreateAsync(Optional))
        {
            before.AddRange(new Draft { Id = 1, Vector = Query }, new Draft { Id = 2 });
            await before.SaveChangesAsync();
        }

        var error = await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(Optional, Required));
        await using (var filled = await ShapedContext.OpenAsync(Optional))
            await filled.Set<Draft>().Where(d => d.Id == 2).ExecuteUpdateAsync(s => s.SetProperty(d => d.Vector, Query));
        await using var db = await MigrateAsync(Optional, Required);

        Assert.Contains("Draft.Vector is required", error.MessageText, StringComparison.Ordinal);
        Assert.Equal(2, await db.Set<Draft>().NearestTo(d => d.Vector, Query, 5).CountAsync());

        static void Optional(ModelBuilder m) => m.Entity<Draft>().Property(d => d.Vector).IsVector(4);

        static void Required(ModelBuilder m) => m.Entity<Draft>().Property(d => d.Vector).IsVector(4).IsRequired();
    }

    [Fact]
    public async Task The_index_of_a_complex_part_follows_its_column_and_table()
    {
        await using (var before = await ShapedContext.CreateAsync(Parts))
        {
            before.Add(new Stamp { Id = Guid.NewGuid(), Picture = new Picture { Vector = [(Half)1, (Half)2, (Half)3, (Half)4] } });
            await before.SaveChangesAsync();
        }

        await using var db = await MigrateAsync(Parts, Renamed);
        Assert.Equal("IX_Seals_Image", await db.Database.SqlQueryRaw<string>("SELECT indexname::text AS \"Value\" FROM pg_indexes WHERE schemaname = {0} AND indexdef LIKE '%hnsw%'", Schema).SingleAsync());

        await using var without = await MigrateAsync(Renamed, Plain, "_dropped");
        Assert.Equal(0, await IndexesAsync(without));
        Assert.Equal(1, await without.Set<Stamp>().CountAsync());

        static void Parts(ModelBuilder m) => m.Entity<Stamp>().ToTable("Stamps").ComplexProperty(s => s.Picture);

        static void Renamed(ModelBuilder m) => m.Entity<Stamp>().ToTable("Seals").ComplexProperty(s => s.Picture).Property(p => p.Vector).HasColumnName("Image");

        static void Plain(ModelBuilder m)
        {
            Renamed(m);
            m.Entity<Stamp>().ComplexProperty(s => s.Picture).Property(p => p.Vector).Metadata.RemoveAnnotation("OmenDb:Metric");
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_complex_part_gets_an_index_while_its_table_gets_another_name(bool isThere)
    {
        await using (await ShapedContext.CreateAsync(Before))
        {
        }

        await using var db = await MigrateAsync(Before, m => m.Entity<Stamp>().ToTable("Seals").ComplexProperty(s => s.Picture), isThere ? "" : "_with_the_part");
        Assert.Equal(1, await IndexesAsync(db));

        await using var other = await MigrateAsync(
            m => m.Entity<Stamp>().ToTable("Seals").ComplexProperty(s => s.Picture),
            m => m.Entity<Stamp>().ToTable("Seals").ComplexProperty(s => s.Picture).Property(p => p.Vector).HasVectorIndex(VectorMetric.Cosine),
            "_by_another_metric");
        Assert.Equal(1, await IndexesAsync(other));

        void Before(ModelBuilder m)
        {
            var stamp = m.Entity<Stamp>().ToTable("Stamps");
            if (isThere)
                stamp.ComplexProperty(s => s.Picture).Property(p => p.Vector).Metadata.RemoveAnnotation("OmenDb:Metric");
            else
                stamp.Ignore(s => s.Picture);
        }
    }

    [Theory, InlineData("x"), InlineData("ü")] // of one byte, and of two
    public async Task Complex_parts_of_a_table_with_a_long_name_have_indexes_of_their_own_which_follow_their_columns(string letter)
    {
        var table = string.Concat(Enumerable.Repeat(letter, 60 / Encoding.UTF8.GetByteCount(letter)));
        await using (await ShapedContext.CreateAsync(Long))
        {
        }

        await using var db = await MigrateAsync(Long, m =>
        {
            Long(m);
            m.Entity<Sheet>().ComplexProperty(s => s.Front).Property(p => p.Vector).HasColumnName("Image");
        }, "_" + letter);
        Assert.Equal(2, await IndexesAsync(db));

        await using var without = await MigrateAsync(Long, m =>
        {
            Long(m);
            m.Entity<Sheet>().ComplexProperty(s => s.Back).Property(p => p.Vector).Metadata.RemoveAnnotation("OmenDb:Metric");
        }, $"_{letter}_dropped");
        Assert.Equal(1, await IndexesAsync(without));

        void Long(ModelBuilder m)
        {
            var sheet = m.Entity<Sheet>().ToTable(table);
            sheet.ComplexProperty(s => s.Front);
            sheet.ComplexProperty(s => s.Back);
        }
    }

    [Fact]
    public async Task A_table_is_looked_at_whatever_it_is_called()
    {
        await using (var before = await ShapedContext.CreateAsync(Odd))
        {
            before.Add(new Note { Id = 1, Vector = Query });
            await before.SaveChangesAsync();
        }

        var error = await Assert.ThrowsAsync<PostgresException>(() => MigrateAsync(Odd, m =>
        {
            Odd(m);
            m.Entity<Note>().Property(n => n.Vector).IsVector(8);
        }));

        Assert.Contains("it's \"$omendb$\".Vector holds vectors of 4 elements", error.MessageText, StringComparison.Ordinal);

        static void Odd(ModelBuilder m) => m.Entity<Note>().ToTable("it's \"$omendb$\"");
    }

    [Fact]
    public async Task The_model_and_its_own_snapshot_do_not_differ()
    {
        await using var db = await ShapedContext.OpenAsync(WithIndex);
        await using var same = await ShapedContext.OpenAsync(m => WithIndex(m));

        Assert.False(db.GetService<IMigrationsModelDiffer>().HasDifferences(Relational(db), Relational(same)));
    }

    private static void WithoutIndex(ModelBuilder model) => model.Entity<Note>().ToTable("Notes");

    private static void WithIndex(ModelBuilder model) => model.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector);

    private static void Bare(ModelBuilder model) => model.Entity<Note>().ToTable("Notes").Ignore(n => n.Vector);

    private static void Wider(ModelBuilder model)
    {
        WithIndex(model);
        model.Entity<Note>().Property(n => n.Vector).IsVector(8);
    }

    private static string SourceFolder([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, ".."));

    private static IRelationalModel Relational(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    private static async Task FillAsync(Action<ModelBuilder> configure)
    {
        await using var db = await ShapedContext.CreateAsync(configure);
        db.AddRange(Vectors.Many(100, 4).Select((v, i) => new Note { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
    }

    /// <summary>Does to the database what a migration from one model to the other would, holds its SQL against the baseline, and opens the database with the other.</summary>
    private static async Task<ShapedContext> MigrateAsync(Action<ModelBuilder> from, Action<ModelBuilder> to, string step = "", [CallerMemberName] string test = "")
    {
        await using var before = await ShapedContext.OpenAsync(from);
        var db = await ShapedContext.OpenAsync(to);
        var operations = db.GetService<IMigrationsModelDiffer>().GetDifferences(Relational(before), Relational(db));
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(operations, db.GetService<IDesignTimeModel>().Model);
        Sql.Check("Migration", test + step, commands.Select(c => c.CommandText));
        await db.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(commands, db.GetService<IRelationalConnection>());
        return db;
    }

    private static Task<int> IndexesAsync(DbContext db)
        => db.Database.SqlQueryRaw<int>("SELECT count(*)::int AS \"Value\" FROM pg_indexes WHERE schemaname = {0} AND indexdef LIKE '%hnsw%'", Schema).SingleAsync();

    private static int[] Nearest(VectorMetric metric = VectorMetric.Cosine) => Exact.Nearest(Vectors.Many(100, 4).Select((v, i) => (i + 1, v)), Query, 20, metric);

    /// <summary>Searches by the index, changes rows, and searches again.</summary>
    private static async Task CheckAsync(ShapedContext db, VectorMetric metric = VectorMetric.Cosine)
    {
        Assert.Equal(1, await IndexesAsync(db));
        Assert.Equal(Nearest(metric), await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());
        db.Add(new Note { Id = 1000, Vector = Query });
        await db.SaveChangesAsync();
        await db.Set<Note>().Where(n => n.Id <= 10).ExecuteDeleteAsync();

        Assert.Equal(1000, await db.Set<Note>().NearestTo(Query, 1).Select(n => n.Id).SingleAsync());
        Assert.Equal(91, await db.Set<Note>().NearestTo(Query, 1_000).CountAsync());
        var verified = await db.Database.VectorIndex<Note>(n => n.Vector).VerifyAsync();
        Assert.True(verified.IsHealthy, string.Join('\n', verified.Problems));
    }

    private sealed class Note
    {
        public int Id { get; set; }

        [Vector(4)]
        public float[] Vector { get; set; } = [];
    }

    private sealed class Small
    {
        public int Id { get; set; }

        [Vector(2)]
        public Half[] Vector { get; set; } = [];
    }

    private sealed class Sheet
    {
        public int Id { get; set; }

        public Picture Front { get; set; } = new();

        public Picture Back { get; set; } = new();
    }

    private sealed class Draft
    {
        public int Id { get; set; }

        public float[]? Vector { get; set; }
    }
}
