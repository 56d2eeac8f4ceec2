using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Tests.Writing;

/// <summary>What an update trigger declares of its vectors is written when it is missing, and costs nothing else.</summary>
public sealed partial class TriggerDeclarationTests : DatabaseTest
{
    private const string Trigger = "SELECT sql FROM sqlite_master WHERE name = 'Notes_Vector_Ledger_update'";
    private const string Labels = "SELECT group_concat(Label || ':' || Id) FROM Notes_Vector_Ledger";

    [Fact]
    public async Task A_trigger_declares_dimensions_element_and_metric()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            ByCosine(m);
            m.Entity<Compact>().ToTable("Compacts");
        });

        Assert.Contains("AFTER UPDATE OF \"Vector\" /* float32[4] Cosine */, \"Id\" ON", (string)Database.Scalar(Trigger)!, StringComparison.Ordinal);
        Assert.Contains("\"Memory\" /* float16[4] Euclidean */,", (string)Database.Scalar("SELECT sql FROM sqlite_master WHERE name = 'Compacts_Memory_Ledger_update'")!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trigger_declares_a_column_that_the_database_computes()
    {
        await using var db = await Database.CreateAsync(m =>
        {
            ByCosine(m);
            m.Entity<Note>().Property(n => n.Vector).HasComputedColumnSql("x'0000803F000000000000000000000000'", stored: true);
        });

        Assert.Equal(("Vector", new VectorIndexDeclaration(4, IsHalf: false, VectorMetric.Cosine, VectorIndexStorage.Full)), VectorIndexDeclaration.Parse((string)Database.Scalar(Trigger)!));
    }

    [Fact]
    public async Task A_trigger_of_an_earlier_version_is_given_its_declaration_and_no_row_a_new_label()
    {
        await FillAsync(Database);
        Undeclare(Database);
        using var copy = Database.Copy(); // as a new process would find it
        var labels = copy.Scalar(Labels);

        await using var db = copy.Open(ByCosine);
        Assert.Equal(5, await db.Set<Note>().NearestTo(Vectors.Axis(0, 4), 5).CountAsync());

        Assert.Contains("/* float32[4] Cosine */", (string)copy.Scalar(Trigger)!, StringComparison.Ordinal);
        Assert.Equal(labels, copy.Scalar(Labels));
        Assert.DoesNotContain(copy.Events, e => e.Id == OmenDbEventId.TriggersRepaired);
    }

    [Fact]
    public async Task A_metric_that_changes_is_declared_at_the_first_search()
    {
        await FillAsync(Database);
        using var copy = Database.Copy();
        var labels = copy.Scalar(Labels);

        await using var db = copy.Open(m => m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector).HasMetric(VectorMetric.InnerProduct));
        Assert.Equal(5, await db.Set<Note>().NearestTo(Vectors.Axis(0, 4), 5).CountAsync());

        Assert.Contains("/* float32[4] InnerProduct */", (string)copy.Scalar(Trigger)!, StringComparison.Ordinal);
        Assert.Equal(labels, copy.Scalar(Labels));
        Assert.DoesNotContain(copy.Events, e => e.Id == OmenDbEventId.TriggersRepaired);
    }

    [Fact]
    public async Task A_database_that_another_process_is_writing_to_is_searched_all_the_same()
    {
        await FillAsync(Database);
        Undeclare(Database);
        using var copy = Database.Copy();
        using var writer = copy.Connect();
        TestDatabase.Execute(writer, "BEGIN IMMEDIATE; DELETE FROM Notes");

        await using (var db = copy.Open(ByCosine))
            Assert.Equal(5, await db.Set<Note>().NearestTo(Vectors.Axis(0, 4), 5).CountAsync());

        TestDatabase.Execute(writer, "ROLLBACK");
        Assert.DoesNotContain("/*", (string)copy.Scalar(Trigger)!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_database_that_is_read_only_is_searched_all_the_same()
    {
        await FillAsync(Database);
        Undeclare(Database);
        using var copy = Database.Copy();

        await using var db = new ModelContext(copy.Options<ModelContext>(o => o.UseSqlite(copy.ConnectionString + ";Mode=ReadOnly", sqlite => sqlite.UseOmenDb())), ByCosine);
        Assert.Equal(5, await db.Set<Note>().NearestTo(Vectors.Axis(0, 4), 5).CountAsync());

        Assert.DoesNotContain("/*", (string)copy.Scalar(Trigger)!, StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_model_from_before_a_migration_to_other_dimensions_is_not_answered_as_if_there_were_no_rows(bool isRunning)
    {
        await FillAsync(Database);
        using var copy = Database.Copy();
        await using var db = await OpenAndMigrateToTwoAsync(copy, isRunning);

        var error = await Assert.ThrowsAsync<SqliteException>(() => db.Set<Note>().NearestTo(Vectors.Axis(0, 4), 5).ToListAsync());

        Assert.Contains("vectors of 2 32-bit floats for 'Note.Vector', and this model says 4", error.Message, StringComparison.Ordinal);
        Assert.Contains("[2]", (string)copy.Scalar(Trigger)!, StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_model_from_before_a_migration_that_deleted_every_vector_is_refused_once_there_are_others(bool isRunning)
    {
        await FillAsync(Database);
        using var copy = Database.Copy();
        await using var db = await OpenAndMigrateToTwoAsync(copy, isRunning);
        copy.Execute("DELETE FROM Notes");
        Assert.Equal(0, await db.Set<Note>().NearestTo(Vectors.Axis(0, 4), 5).CountAsync());

        copy.Execute("INSERT INTO Notes VALUES (1, zeroblob(8))");

        await Assert.ThrowsAsync<SqliteException>(() => db.Set<Note>().NearestTo(Vectors.Axis(0, 4), 5).ToListAsync());
    }

    [Fact]
    public async Task Dimensions_that_were_changed_with_all_vectors_and_without_a_migration_are_declared_at_the_first_search()
    {
        await FillAsync(Database);
        Database.Execute("UPDATE Notes SET Vector = x'0000803F00000000'");
        using var copy = Database.Copy();

        await using var db = copy.Open(m =>
        {
            ByCosine(m);
            m.Entity<Note>().Property(n => n.Vector).IsVector(2);
        });
        Assert.Equal(5, await db.Set<Note>().NearestTo(Vectors.Axis(0, 2), 5).CountAsync());

        Assert.Contains("/* float32[2] Cosine */", (string)copy.Scalar(Trigger)!, StringComparison.Ordinal);
    }

    // The context has the model from before; what migrates is as another process that has a later one.
    private static async Task<ModelContext> OpenAndMigrateToTwoAsync(TestDatabase database, bool isRunning)
    {
        var db = database.Open(ByCosine);
        if (isRunning)
            Assert.Equal(5, await db.Set<Note>().NearestTo(Vectors.Axis(0, 4), 5).CountAsync());
        var declared = ((string)database.Scalar(Trigger)!).Replace("[4]", "[2]", StringComparison.Ordinal);
        database.Execute($"UPDATE Notes SET Vector = x'0000803F00000000'; DROP TRIGGER Notes_Vector_Ledger_update; {declared}");
        return db;
    }

    private static void ByCosine(ModelBuilder model) => model.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector);

    private static async Task FillAsync(TestDatabase database)
    {
        await using var db = await database.CreateAsync(ByCosine);
        db.AddRange(Vectors.Many(50, 4).Select((v, i) => new Note { Id = i + 1, Vector = v }));
        await db.SaveChangesAsync();
        await db.Set<Note>().Where(n => n.Id % 3 == 0).ExecuteUpdateAsync(s => s.SetProperty(n => n.Id, n => n.Id + 1_000));
    }

    private static void Undeclare(TestDatabase database)
    {
        var declared = (string)database.Scalar(Trigger)!;
        var undeclared = Declaration().Replace(declared, "");
        Assert.NotEqual(declared, undeclared);
        database.Execute($"DROP TRIGGER Notes_Vector_Ledger_update; {undeclared}");
    }

    [GeneratedRegex(@" /\*.*\*/")]
    private static partial Regex Declaration();
}
