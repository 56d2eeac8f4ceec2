#pragma warning disable EF1001 // what the dotnet ef tool calls
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Specification.Infrastructure;
using OmenDb.EFCore.Specification.Model;

namespace OmenDb.EFCore.Design.Tests;

/// <summary><c>dotnet ef dbcontext optimize</c> writes a model that compiles and searches.</summary>
public sealed class CompiledModelTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task A_compiled_model_searches_as_the_model_it_was_made_from()
    {
        var model = Compile(Generate());
        var options = Options();
        var vectors = Vectors.Many(60, dimensions: 4);
        await using (var plain = new DesignContext(options.Options))
        {
            await plain.Database.EnsureCreatedAsync(); // a compiled model has no design-time part
        }

        await using var db = new DesignContext(options.UseModel(model).Options);
        Assert.Same(model, db.Model);
        db.AddRange(vectors.Select((v, i) => new Cell { Sheet = "s", Row = i, Column = 1, Vector = v }));
        db.AddRange(vectors.Select((v, i) => new Compact { Id = i + 1, Array = Array.ConvertAll(v, f => (Half)f) }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var query = Vectors.Random(99, dimensions: 4);

        var cells = await db.Set<Cell>().NearestTo(c => c.Vector, query, 10).ToListAsync();
        Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i, v)), query, 10), cells.Select(c => c.Row));
        Assert.Equal(10, await db.Set<Compact>().Where(c => c.Id > 20).NearestTo(c => c.Array, query, 10).CountAsync());

        cells[3].Vector[0] += 1; // in place: the comparers are the model's own
        Assert.Equal(1, await db.SaveChangesAsync());
        Assert.True((await db.Database.VectorIndex<Cell>(c => c.Vector).VerifyAsync()).IsHealthy);
        var statistics = await db.Database.VectorIndex<Cell>(c => c.Vector).GetStatisticsAsync();
        Assert.Equal((VectorIndexStorage.Compact, 0.95), (statistics.Storage, statistics.TargetRecall));
    }

    [Fact]
    public void A_compiled_model_of_an_earlier_version_is_refused_in_clear_words()
    {
        var model = Compile(Generate().Select(s => s.Replace("typeof(LedgerRow)", "typeof(System.Collections.Generic.Dictionary<string, object>)", StringComparison.Ordinal)));
        using var db = new DesignContext(Options().UseModel(model).Options);

        var e = Assert.Throws<InvalidOperationException>(() => db.Set<Cell>().NearestTo(c => c.Vector, Vectors.Random(99, dimensions: 4), 10).ToList());

        Assert.Contains("'Cell.Vector'", e.Message, StringComparison.Ordinal);
        Assert.Contains("dotnet ef dbcontext optimize", e.Message, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private IEnumerable<string> Generate()
    {
        var assembly = typeof(DesignContext).Assembly;
        new DbContextOperations(new OperationReporter(null), assembly, assembly, _folder.Path, _folder.Path, "Generated", "C#", nullable: true, args: [])
            .Optimize("Compiled", "Generated", nameof(DesignContext), suffix: null, scaffoldModel: true, precompileQueries: false, nativeAot: false);
        return Directory.GetFiles(_folder.Path, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);
    }

    private static IModel Compile(IEnumerable<string> sources)
        => (IModel)GeneratedCode.Compile(sources).GetType("Generated.DesignContextModel")!.GetProperty("Instance")!.GetValue(null)!;

    private DbContextOptionsBuilder<DesignContext> Options()
        => new DbContextOptionsBuilder<DesignContext>().UseSqlite($"Data Source={_folder.File("app.db")}", sqlite => sqlite.UseOmenDb());
}
