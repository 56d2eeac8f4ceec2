using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OmenDb.EFCore.Specification.Infrastructure;

namespace OmenDb.EFCore.Design.Tests;

/// <summary>What <c>dotnet ef migrations add</c> writes into a user's project.</summary>
public sealed partial class MigrationFileTests : IDisposable
{
    private const string Types = """
        public class Article
        {
            public int Id { get; set; }
            public string Title { get; set; } = "";
            [Vector(384), VectorIndex] public ReadOnlyMemory<float> Embedding { get; set; }
        }

        public class Photo
        {
            public Guid Id { get; set; }
            [Vector(16), VectorIndex(Metric = VectorMetric.Euclidean, Storage = VectorIndexStorage.Compact)] public Half[]? Small { get; set; }
            [Vector(8)] public float[]? Draft { get; set; }
            public Frame Frame { get; set; } = new();
        }

        public class Frame
        {
            [Vector(32), VectorIndex] public float[] Colors { get; set; } = [];
        }
        """;

    private const string Configuration = """
        modelBuilder.Entity<Article>().ToTable("Articles");
        modelBuilder.Entity<Photo>().ToTable("Photos").ComplexProperty(p => p.Frame);
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly UserProject _project;

    public MigrationFileTests() => _project = new UserProject(_folder.Path) { Model = (Types, Configuration) };

    private string ConnectionString => $"Data Source={_folder.File("app.db")}";

    [Fact]
    public void A_migration_says_what_it_does()
        => Baseline.Check("Initial.migration.txt", Stable(_project.AddMigration("Initial").Migration));

    [Fact]
    public void A_snapshot_says_vectors_and_indexes_as_OnModelCreating_does()
        => Baseline.Check("Initial.snapshot.txt", Stable(_project.AddMigration("Initial").Snapshot));

    [Fact]
    public void A_snapshot_of_an_earlier_version_with_annotations_goes_on_working()
    {
        _project.AddMigration("Initial");
        _project.Replace(".IsVector(384)", ".HasAnnotation(\"OmenDb:Dimensions\", 384)");
        _project.Replace(".IsVector(16)", ".HasAnnotation(\"OmenDb:Dimensions\", 16)");
        _project.Replace(".IsVector(8)", ".HasAnnotation(\"OmenDb:Dimensions\", 8)");
        _project.Replace(".IsVector(32)", ".HasAnnotation(\"OmenDb:Dimensions\", 32)");
        _project.Replace(".HasVectorIndex(VectorMetric.Cosine)", ".HasAnnotation(\"OmenDb:Metric\", VectorMetric.Cosine)");
        _project.Replace(".HasVectorIndex(VectorMetric.Euclidean, VectorIndexStorage.Compact)", ".HasAnnotation(\"OmenDb:Metric\", VectorMetric.Euclidean)");

        using (var db = _project.CreateContext(ConnectionString))
        {
            Assert.False(db.Database.HasPendingModelChanges());
            db.Database.Migrate();
            Assert.Equal(3L, db.Database.SqlQueryRaw<long>("SELECT count(*) AS Value FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_Ledger_insert'").Single());
        }

        var (migration, _, _) = _project.AddMigration("Nothing");
        Assert.DoesNotContain("migrationBuilder.", migration, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_snapshot_that_does_not_say_which_vectors_are_of_16_bits_a_migration_does_and_keeps_them()
    {
        _project.AddMigration("Initial");
        using (var db = _project.CreateContext(ConnectionString))
        {
            db.Database.Migrate();
            db.Database.ExecuteSqlRaw("INSERT INTO Photos (Id, Small, Frame_Colors) VALUES ('b9b3b6a2-3f5e-4c53-9d3b-6d1d7a1f7c11', zeroblob(32), zeroblob(128))");
        }

        _project.Replace(".HasAnnotation(\"OmenDb:ElementSize\", 2)", "");
        var (migration, _, _) = _project.AddMigration("Halves");

        Assert.Contains("AlterColumn<byte[]>(\n                name: \"Small\"", migration.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        using var after = _project.CreateContext(ConnectionString);
        after.Database.Migrate();
        Assert.Equal(32L, after.Database.SqlQueryRaw<long>("SELECT length(Small) AS Value FROM Photos").Single());
    }

    [Fact]
    public void Vectors_of_32_bits_that_become_ones_of_16_need_a_migration_and_are_refused_by_it()
    {
        _project.AddMigration("Initial");
        using (var db = _project.CreateContext(ConnectionString))
        {
            db.Database.Migrate();
            db.Database.ExecuteSqlRaw("INSERT INTO Photos (Id, Draft, Frame_Colors) VALUES ('b9b3b6a2-3f5e-4c53-9d3b-6d1d7a1f7c11', zeroblob(32), zeroblob(128))");
        }

        _project.Model = (Types.Replace("float[]? Draft", "Half[]? Draft", StringComparison.Ordinal), Configuration);
        _project.AddMigration("Halves");

        using var after = _project.CreateContext(ConnectionString);
        var error = Assert.Throws<SqliteException>(() => after.Database.Migrate());
        Assert.Contains("Photos.Draft holds vectors of 8 32-bit floats, and the model now says 8 16-bit floats", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_knows_that_its_vectors_are_of_16_bits()
    {
        _project.AddMigration("Initial");
        using var db = _project.CreateContext(ConnectionString);

        db.Database.Migrate();

        Assert.Contains("/* float16[16] Euclidean Compact */", db.Database.SqlQueryRaw<string>("SELECT sql AS Value FROM sqlite_master WHERE name = 'Photos_Small_Ledger_update'").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_migration_creates_the_triggers_of_an_owned_vector()
    {
        _project.Model = (
            """
            public class Note
            {
                public int Id { get; set; }
                public Summary Summary { get; set; } = new();
            }

            public class Summary
            {
                [Vector(8), VectorIndex] public float[] Vector { get; set; } = [];
            }
            """,
            "modelBuilder.Entity<Note>().OwnsOne(n => n.Summary);");
        _project.AddMigration("Initial");
        using (var db = _project.CreateContext(ConnectionString))
            db.Database.Migrate();

        using var plain = new SqliteConnection(ConnectionString); // a context would create those that are missing
        plain.Open();
        using var count = plain.CreateCommand();
        count.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'";
        Assert.Equal(3L, count.ExecuteScalar());
    }

    [Fact]
    public void A_model_that_did_not_change_needs_no_migration()
    {
        _project.AddMigration("Initial");

        var (migration, _, snapshot) = _project.AddMigration("Again");

        Assert.DoesNotContain("migrationBuilder.", migration, StringComparison.Ordinal);
        Baseline.Check("Initial.snapshot.txt", Stable(snapshot));
    }

    [Fact]
    public void Another_recall_is_no_migration_and_in_no_file()
    {
        _project.AddMigration("Initial");
        _project.Model = (Types.Replace(", VectorIndex]", ", VectorIndex(TargetRecall = 0.95)]", StringComparison.Ordinal), Configuration);

        using (var db = _project.CreateContext(ConnectionString))
            Assert.False(db.Database.HasPendingModelChanges());
        var (migration, designer, snapshot) = _project.AddMigration("Again");

        Assert.DoesNotContain("migrationBuilder.", migration, StringComparison.Ordinal);
        Assert.DoesNotContain("0.95", designer, StringComparison.Ordinal);
        Baseline.Check("Initial.snapshot.txt", Stable(snapshot));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    // Without the virtual table, which is no part of the database.
    private static string Stable(string text) => NearestRow().Replace(Version().Replace(text.ReplaceLineEndings("\n"), "\"ProductVersion\", \"\""), "");

    [GeneratedRegex("""\n            modelBuilder\.Entity\("OmenDb\.EFCore\.Sqlite\.Query\.Internal\.NearestRow".*?\n                \}\);\n""", RegexOptions.Singleline)]
    private static partial Regex NearestRow();

    [GeneratedRegex("\"ProductVersion\", \"[^\"]*\"")]
    private static partial Regex Version();
}
