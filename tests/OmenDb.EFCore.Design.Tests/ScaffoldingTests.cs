#pragma warning disable EF1001 // what the dotnet ef tool calls
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using OmenDb.EFCore.Specification.Infrastructure;
using OmenDb.EFCore.Specification.Model;

namespace OmenDb.EFCore.Design.Tests;

/// <summary><c>dotnet ef dbcontext scaffold</c> gives a database's vectors and indexes back.</summary>
public sealed partial class ScaffoldingTests : IDisposable
{
    private static readonly float[] Query = Vectors.Random(99, 4);

    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    private string _database;

    public ScaffoldingTests() => _database = _folder.File("app.db");

    private string ConnectionString => $"Data Source={_database}";

    [Fact]
    public void A_scaffolded_context_says_what_its_database_holds()
    {
        Create();

        var context = Scaffold()["ScaffoldedContext.cs"];

        Assert.Contains("""UseSqlite("Data Source=""", context, StringComparison.Ordinal);
        Assert.Contains(", x => x.UseOmenDb())", context, StringComparison.Ordinal);
        Assert.Contains("entity.Property(e => e.Colors)\n                .IsVector(4)\n                .HasVectorIndex(VectorMetric.Euclidean, VectorIndexStorage.Compact);", context.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(".IsVector(8)\n                .HasVectorIndex(VectorMetric.InnerProduct);", context.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains(".IsVector(4)\n                .HasVectorIndex(VectorMetric.Cosine);", context.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("Ledger", context, StringComparison.Ordinal);
        Assert.DoesNotContain("OmenSnapshots", context, StringComparison.Ordinal);
        Assert.DoesNotContain(_warnings, w => w.Contains("vector", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Photo.cs", "ReadOnlyMemory<float> Colors")]
    [InlineData("Photo.cs", "ReadOnlyMemory<float>? Content")]
    [InlineData("Compact.cs", "ReadOnlyMemory<Half> Array")]
    [InlineData("Compact.cs", "ReadOnlyMemory<Half>? Memory")]
    [InlineData("Cell.cs", "ReadOnlyMemory<float> Vector")]
    [InlineData("OddTableOf16.cs", "ReadOnlyMemory<float> TheVector")]
    public void A_scaffolded_property_has_a_vector_type(string file, string declaration)
    {
        Create();

        Assert.Contains($"public {declaration} {{ get; set; }}", Scaffold()[file], StringComparison.Ordinal);
    }

    [Fact]
    public void A_vector_without_an_index_comes_back_as_bytes() // nothing in the database says that it is one
    {
        Create();

        Assert.Contains("public byte[]? Draft { get; set; }", Scaffold()["Photo.cs"], StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void A_scaffolded_model_needs_no_migration_but_for_the_vector_without_an_index(bool dataAnnotations)
    {
        Create();

        var generated = GeneratedCode.Compile(Scaffold(dataAnnotations).Values);

        using var ours = Open();
        using var theirs = (DbContext)Activator.CreateInstance(generated.GetType("Scaffolded.ScaffoldedContext")!)!;
        var operations = ours.GetService<IMigrationsModelDiffer>().GetDifferences(Relational(ours), Relational(theirs));
        var only = Assert.IsType<AlterColumnOperation>(Assert.Single(operations));
        Assert.Equal(("Photos", nameof(Photo.Draft)), (only.Table, only.Name));
    }

    [Fact]
    public void A_scaffolded_context_finds_the_same_rows()
    {
        Create();
        const string program = """
            using System.Linq;
            using Microsoft.EntityFrameworkCore;

            namespace Scaffolded;

            public static class Program
            {
                public static int[] Run(float[] query)
                {
                    using var db = new ScaffoldedContext();
                    return [
                        .. db.Cells.NearestTo(c => c.Vector, query, 5).Select(c => (int)c.Row),
                        .. db.Compacts.NearestTo(c => c.Memory, query, 5).Select(c => (int)c.Id),
                        .. db.Photos.Where(p => p.Place != "p3").NearestTo(p => p.Colors, query, 5).Select(p => (int)p.Place.Length),
                        .. db.OddTableOf16s.NearestTo(query, 5).Select(o => (int)o.Number),
                    ];
                }
            }
            """;

        var generated = GeneratedCode.Compile(Scaffold().Values.Append(program));
        var found = (int[])generated.GetType("Scaffolded.Program")!.GetMethod("Run")!.Invoke(null, [Query])!;

        using var db = Open();
        Assert.Equal(
            [
                .. db.Set<Cell>().NearestTo(c => c.Vector, Query, 5).Select(c => c.Row),
                .. db.Set<Compact>().NearestTo(c => c.Memory, Query, 5).Select(c => c.Id),
                .. db.Set<Photo>().Where(p => p.Place != "p3").NearestTo(p => p.Colors, Query, 5).Select(p => p.Place.Length),
                .. db.Set<Numbered<int>>().NearestTo(Query, 5).Select(k => k.Number),
            ],
            found);
    }

    [Fact]
    public void A_table_that_is_scaffolded_by_itself_has_its_vector()
    {
        Create();

        var files = Scaffold(tables: ["Cells"]);

        Assert.Equal(["Cell.cs", "ScaffoldedContext.cs"], files.Keys.Order());
        Assert.Contains(".HasVectorIndex(VectorMetric.Cosine)", files["ScaffoldedContext.cs"], StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_that_was_created_by_hand_in_other_letters_has_its_vector()
    {
        using (var db = Open())
        {
            var script = db.Database.GenerateCreateScript();
            foreach (var name in (string[])["Cells", "Cells_Vector_Ledger", "__OmenSnapshots"])
                script = Regex.Replace(script, $"(?<=CREATE TABLE (IF NOT EXISTS )?)\"{name}\"", name.ToLowerInvariant());
            db.Database.ExecuteSqlRaw(script);
        }

        var files = Scaffold();

        Assert.Contains("public ReadOnlyMemory<float> Vector { get; set; }", files["Cell.cs"], StringComparison.Ordinal);
        Assert.DoesNotContain("ledger", files["ScaffoldedContext.cs"], StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("snapshots", files["ScaffoldedContext.cs"], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void An_index_of_an_earlier_version_comes_back_as_bytes_with_a_warning_until_its_context_was_used()
    {
        Create();
        CopyWithoutDeclarations();

        Assert.Contains("public byte[] Vector { get; set; }", Scaffold(tables: ["Cells"])["Cell.cs"], StringComparison.Ordinal);
        Assert.Contains("'Cells.Vector' has a vector index of an earlier version", Assert.Single(_warnings, w => w.Contains("vector", StringComparison.Ordinal)), StringComparison.Ordinal);

        using (var db = Open())
            Assert.Single(db.Set<Cell>().NearestTo(c => c.Vector, Query, 1));
        Assert.Contains("public ReadOnlyMemory<float> Vector { get; set; }", Scaffold(tables: ["Cells"])["Cell.cs"], StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private static IRelationalModel Relational(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    private ScaffoldingContext Open()
        => new(new DbContextOptionsBuilder<ScaffoldingContext>().UseSqlite(ConnectionString, sqlite => sqlite.UseOmenDb()).Options);

    private void Create()
    {
        using var db = Open();
        db.Database.EnsureCreated();
        var vectors = Vectors.Many(20, 4);
        db.AddRange(vectors.Select((v, i) => new Cell { Sheet = "s", Row = i, Column = 1, Vector = v }));
        db.AddRange(vectors.Select((v, i) => new Compact { Id = i + 1, Array = Array.ConvertAll(v, f => (Half)f), Memory = Array.ConvertAll(v, f => (Half)(f + 1)) }));
        db.AddRange(vectors.Select((v, i) => new Photo { Id = Guid.NewGuid(), Place = $"p{i}", Colors = v }));
        db.AddRange(vectors.Select((v, i) => new Numbered<int> { Id = i + 1, Number = 20 - i, Vector = v }));
        db.SaveChanges();
    }

    /// <summary>A copy, which this process has not opened, with the triggers as an earlier version wrote them.</summary>
    private void CopyWithoutDeclarations()
    {
        Execute($"VACUUM INTO '{_database}.old'");
        _database += ".old";
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql LIKE '%/* float%'";
        var triggers = new List<(string Name, string Sql)>();
        using (var reader = command.ExecuteReader())
        {
            while (reader.Read())
                triggers.Add((reader.GetString(0), reader.GetString(1)));
        }

        Assert.Equal(6, triggers.Count);
        foreach (var (name, sql) in triggers)
        {
            command.CommandText = $"DROP TRIGGER \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"; {Declaration().Replace(sql, "")}";
            command.ExecuteNonQuery();
        }
    }

    private void Execute(string sql)
    {
        using var db = Open();
        db.Database.ExecuteSqlRaw(sql);
    }

    private Dictionary<string, string> Scaffold(bool dataAnnotations = false, string[]? tables = null)
    {
        var assembly = Assembly.GetExecutingAssembly();
        var reporter = new OperationReporter(new OperationReportHandler(errorHandler: null, warningHandler: _warnings.Add));
        var output = Directory.CreateDirectory(_folder.File(Guid.NewGuid().ToString("N"))).FullName;
        new DatabaseOperations(reporter, assembly, assembly, output, "Scaffolded", "C#", nullable: true, args: []).ScaffoldContext(
            "Microsoft.EntityFrameworkCore.Sqlite", ConnectionString, output, output, "ScaffoldedContext", schemas: [], tables ?? [],
            "Scaffolded", "Scaffolded", dataAnnotations, overwriteFiles: true, useDatabaseNames: false, suppressOnConfiguring: false, noPluralize: false);
        return Directory.GetFiles(output, "*.cs").ToDictionary(f => Path.GetFileName(f), File.ReadAllText);
    }

    [GeneratedRegex(@" /\* float\d\d\[\d+\] \w+ \*/")]
    private static partial Regex Declaration();
}
