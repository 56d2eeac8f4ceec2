using Microsoft.EntityFrameworkCore.Infrastructure;
using OmenDb.EFCore.Sqlite.Infrastructure.Internal;

namespace OmenDb.EFCore.Sqlite.Tests.Migrations;

/// <summary>Vectors that a migration takes out of the database do not stay in the folder beside it.</summary>
public sealed class MigrationFileTests : MigrationTest
{
    [Fact]
    public async Task An_index_that_is_dropped_takes_its_files_along()
    {
        await FillAsync(WithIndex, flushed: true);
        await SetAsideAsync("Notes_2e_Vector-");

        await using var db = await MigrateAsync(WithIndex, WithoutIndex);

        Assert.Equal(["lock"], Files());
    }

    [Fact]
    public async Task The_last_vector_of_a_model_takes_its_files_along()
    {
        static void Both(ModelBuilder model)
        {
            WithIndex(model);
            Rest(model);
        }

        static void Rest(ModelBuilder model) => model.Entity<Named>().ToTable("Tags");

        await FillAsync(Both, flushed: true);

        await using var db = await MigrateAsync(Both, Rest);

        Assert.Equal(["lock"], Files());
    }

    [Theory, InlineData("table"), InlineData("column")]
    public async Task An_index_that_is_renamed_leaves_no_file_under_its_old_name(string renamed)
    {
        await FillAsync(WithIndex, flushed: true);

        await using var db = await MigrateAsync(
            WithIndex,
            m => m.Entity<Note>(note =>
            {
                note.ToTable(renamed == "table" ? "Memos" : "Notes").HasVectorIndex(n => n.Vector);
                note.Property(n => n.Vector).HasColumnName(renamed == "column" ? "Embedding" : "Vector");
            }),
            "_" + renamed);
        await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();

        Assert.StartsWith(renamed == "table" ? "Memos_2e_Vector-" : "Notes_2e_Embedding-", Path.GetFileName(Assert.Single(Database.Snapshots)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_index_that_is_dropped_leaves_the_file_of_one_whose_name_begins_alike()
    {
        static void Both(ModelBuilder model)
        {
            One(model);
            model.Entity<Note>().Property<float[]?>("Other").HasColumnName("Vector2").IsVector(4).HasVectorIndex();
        }

        static void One(ModelBuilder model) => WithIndex(model);

        await using (var before = await FilledAsync(Both))
        {
            await before.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
            await before.Set<Note>().ExecuteUpdateAsync(s => s.SetProperty(n => EF.Property<float[]?>(n, "Other"), n => EF.Constant<float[]?>(Vectors.Axis(1, 4))));
            await before.Database.VectorIndex<Note>(n => EF.Property<float[]?>(n, "Other")).FlushAsync();
        }

        await using var db = await MigrateAsync(Both, One);

        Assert.StartsWith("Notes_2e_Vector-", Path.GetFileName(Assert.Single(Database.Snapshots)), StringComparison.Ordinal);
        await CheckAsync(db);
    }

    [Fact]
    public async Task Vectors_of_the_old_length_leave_no_file()
    {
        static void Wider(ModelBuilder model)
        {
            WithIndex(model);
            model.Entity<Note>().Property(n => n.Vector).IsVector(8);
        }

        await FillAsync(WithIndex, flushed: true);
        Database.Execute("DELETE FROM Notes");

        await using var db = await MigrateAsync(WithIndex, Wider);
        db.Add(new Note { Id = 1, Vector = Vectors.Random(1, 8) });
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();

        Assert.Equal(2, Files().Length); // the lock, and the new file
        Assert.Empty(Database.Events);
    }

    [Fact]
    public async Task What_another_tool_has_dropped_goes_when_rows_are_indexed_next()
    {
        await FillBothAsync();
        Database.Execute("DROP TABLE Plains; DROP TABLE Plains_Vector_Ledger");

        await using var db = Database.Open(WithIndex);
        db.Add(new Note { Id = 1000, Vector = Query });
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();

        Assert.StartsWith("Notes_2e_Vector-", Path.GetFileName(Assert.Single(Database.Snapshots)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_an_index_that_this_application_does_not_know_stays()
    {
        await FillBothAsync();
        using var copy = Database.Copy();

        await using var db = copy.Open(WithIndex);
        db.Add(new Note { Id = 1000, Vector = Query });
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
        db.GetService<SqliteVectorStore>().DeleteForgottenFiles();

        Assert.Single(copy.Snapshots, file => Path.GetFileName(file).StartsWith("Plains_2e_Vector-", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_deleted_while_another_process_has_the_lock()
    {
        await FillAsync(WithIndex, flushed: true);
        using var copy = Database.Copy();
        using var held = new FileStream(Path.Combine(copy.Sidecar, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        copy.Execute("DROP TABLE Notes; DROP TABLE Notes_Vector_Ledger");
        await using var db = copy.Open(WithoutIndex);

        db.GetService<SqliteVectorStore>().DeleteForgottenFiles();

        Assert.Single(copy.Snapshots);
    }

    [Fact]
    public async Task A_file_that_is_not_the_librarys_stays()
    {
        await FillAsync(WithIndex, flushed: true);
        await File.WriteAllTextAsync(Path.Combine(Database.Sidecar, "what-is-this.txt"), "");

        await using var db = await MigrateAsync(WithIndex, WithoutIndex);

        Assert.Equal(["lock", "what-is-this.txt"], Files());
    }

    private async Task FillBothAsync()
    {
        await using var db = await FilledAsync(m =>
        {
            WithIndex(m);
            m.Entity<Plain>().ToTable("Plains").Property(p => p.Vector).IsVector(4).HasVectorIndex();
        });
        db.Add(new Plain { Id = 1, Vector = Query });
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Plain>(p => p.Vector).FlushAsync();
        await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
    }

    private string[] Files() => [.. Directory.GetFiles(Database.Sidecar).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    private Task SetAsideAsync(string index) => File.WriteAllTextAsync(Path.Combine(Database.Sidecar, index + ".rejected"), "");
}
