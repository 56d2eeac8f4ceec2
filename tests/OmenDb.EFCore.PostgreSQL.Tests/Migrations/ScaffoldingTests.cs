#pragma warning disable EF1001 // what the dotnet ef tool calls
using System.Reflection;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using OmenDb.EFCore.Design.Tests;

namespace OmenDb.EFCore.PostgreSQL.Tests.Migrations;

/// <summary><c>dotnet ef dbcontext scaffold</c> gives a database's vectors and indexes back.</summary>
public sealed class ScaffoldingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_scaffolded_context_says_what_its_database_holds()
    {
        await using var db = await CreateAsync();
        var context = (await ScaffoldAsync())["ScaffoldedContext.cs"].ReplaceLineEndings("\n");

        Assert.Contains(", x => x.UseOmenDb())", context, StringComparison.Ordinal);
        Assert.Contains("entity.Property(e => e.Vector)\n                .IsVector(8)\n                .HasVectorIndex(VectorMetric.Cosine);", context, StringComparison.Ordinal);
        Assert.Contains(".IsVector(4)\n                .HasVectorIndex(VectorMetric.Euclidean)", context, StringComparison.Ordinal);
        Assert.Contains("entity.Property(e => e.Mark).IsVector(2);", context, StringComparison.Ordinal);
        Assert.DoesNotContain("hnsw", context, StringComparison.Ordinal);
        Assert.DoesNotContain("HasColumnType(\"vector", context, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Book.cs", "ReadOnlyMemory<float>? Vector")]
    [InlineData("Stamp.cs", "ReadOnlyMemory<Half> PictureVector")]
    [InlineData("Stamp.cs", "ReadOnlyMemory<float>? Mark")]
    public async Task A_scaffolded_property_has_a_vector_type(string file, string declaration)
    {
        await using var db = await CreateAsync();
        Assert.Contains($"public {declaration} {{ get; set; }}", (await ScaffoldAsync())[file], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""hnsw ("Vector" vector_l1_ops)""", "vector_l1_ops")]
    [InlineData("""hnsw ("Vector" vector_l2_ops)""", "vector_l2_ops")]
    [InlineData("""ivfflat ("Vector" vector_cosine_ops)""", "ivfflat")]
    [InlineData("""hnsw ("Vector" vector_cosine_ops) WHERE "Shelf" > 2""", "HasFilter")]
    public async Task An_index_of_another_kind_stays_what_it_is(string definition, string code)
    {
        await using var db = await CreateAsync();
        await db.ExecuteAsync($$"""
            DROP INDEX {0}."IX_Books_Vector";
            CREATE INDEX "Another" ON {0}."Books" USING {{definition}};
            CREATE INDEX "Own" ON {0}."Books" USING hnsw ("Vector" vector_cosine_ops)
            """);
        var context = (await ScaffoldAsync())["ScaffoldedContext.cs"];

        Assert.Contains("\"Another\"", context, StringComparison.Ordinal);
        Assert.Contains(code, context, StringComparison.Ordinal);
        Assert.Contains(".HasVectorIndex(VectorMetric.Cosine)", context, StringComparison.Ordinal);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_scaffolded_model_needs_no_migration_but_that_what_was_a_part_is_now_a_property_of_the_entity(bool dataAnnotations)
    {
        await using var db = await CreateAsync();
        var generated = GeneratedCode.Compile((await ScaffoldAsync(dataAnnotations)).Values);
        await using var theirs = (DbContext)Activator.CreateInstance(generated.GetType("Scaffolded.ScaffoldedContext")!)!;

        var operations = theirs.GetService<IMigrationsModelDiffer>().GetDifferences(Relational(db), Relational(theirs));
        Assert.All(operations, o => Assert.Equal("Picture_Vector", o is AlterColumnOperation altered ? altered.Name : Assert.IsType<CreateIndexOperation>(o).Columns[0]));
    }

    [Fact]
    public async Task A_scaffolded_context_finds_the_same_rows()
    {
        await using var db = await CreateAsync();
        await db.AddBooksAsync(50);
        const string program = """
            using System.Linq;
            using Microsoft.EntityFrameworkCore;

            namespace Scaffolded;

            public static class Program
            {
                public static int[] Run(float[] query)
                {
                    using var db = new ScaffoldedContext();
                    return [.. db.Books.Where(b => b.Shelf > 2).NearestTo(query, 5).Select(b => b.Id)];
                }
            }
            """;
        var generated = GeneratedCode.Compile((await ScaffoldAsync()).Values.Append(program));
        var query = Vectors.Random(5);

        Assert.Equal(
            await db.Books.Where(b => b.Shelf > 2).NearestTo(query, 5).Select(b => b.Id).ToArrayAsync(),
            (int[])generated.GetType("Scaffolded.Program")!.GetMethod("Run")!.Invoke(null, [query])!);
    }

    public void Dispose() => _folder.Dispose();

    private static IRelationalModel Relational(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    private static Task<LibraryContext> CreateAsync() => LibraryContext.CreateAsync();

    private async Task<Dictionary<string, string>> ScaffoldAsync(bool dataAnnotations = false)
    {
        var (assembly, server) = (Assembly.GetExecutingAssembly(), await PostgresServer.GetAsync());
        var output = Directory.CreateDirectory(_folder.File(Guid.NewGuid().ToString("N"))).FullName;
        new DatabaseOperations(new OperationReporter(handler: null), assembly, assembly, output, "Scaffolded", "C#", nullable: true, args: []).ScaffoldContext(
            "Npgsql.EntityFrameworkCore.PostgreSQL", server.ConnectionString, output, output, "ScaffoldedContext", schemas: [nameof(ScaffoldingTests)], tables: [],
            "Scaffolded", "Scaffolded", dataAnnotations, overwriteFiles: true, useDatabaseNames: false, suppressOnConfiguring: false, noPluralize: false);
        return Directory.GetFiles(output, "*.cs").ToDictionary(f => Path.GetFileName(f), File.ReadAllText);
    }
}
