#pragma warning disable EF1001 // what the dotnet ef tool calls
#pragma warning disable EF9100 // precompiled queries are an experiment of EF Core's
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query.Internal;
using OmenDb.EFCore.Specification.Infrastructure;
using OmenDb.EFCore.Specification.Model;

namespace OmenDb.EFCore.Design.Tests;

/// <summary><c>dotnet ef dbcontext optimize --precompile-queries</c> writes searches that need no compiler at run time.</summary>
public sealed class PrecompiledQueryTests : IDisposable
{
    private static readonly float[][] Stored = Vectors.Many(60, dimensions: 4);
    private static readonly float[] Query = Vectors.Random(99, dimensions: 4);

    private readonly TemporaryFolder _folder = new();

    private string ConnectionString => $"Data Source={_folder.File("app.db")}";

    [Fact]
    public async Task A_search_finds_what_it_finds_when_it_is_compiled_at_run_time()
    {
        var run = Precompile("db.Set<Cell>().Where(c => c.Row > 9).NearestTo(c => c.Vector, query, k).Select(c => c.Row).ToList()", out var errors);
        Assert.Empty(errors);
        await SaveAsync();

        Assert.Equal(Exact.Nearest(Stored.Select((v, i) => (i, v)).Skip(10), Query, 5), run(ConnectionString, Query, 5));
    }

    [Fact]
    public async Task Rows_within_a_distance_are_found()
    {
        var run = Precompile("db.Set<Cell>().WithinDistance(c => c.Vector, query, 0.5).OrderBy(c => c.Row).Select(c => c.Row).ToList()", out var errors);
        Assert.Empty(errors);
        await SaveAsync();
        await using var db = Open();

        Assert.Equal(db.Set<Cell>().WithinDistance(c => c.Vector, Query, 0.5).OrderBy(c => c.Row).Select(c => c.Row).ToList(), run(ConnectionString, Query, 5));
    }

    [Theory]
    [InlineData(3, 0f, 5, "expected 4 elements, got 3")]
    [InlineData(4, float.NaN, 5, "NaN")]
    [InlineData(4, 0f, 5, "zero")]
    [InlineData(0, 0f, 5, "expected 4 elements, got 0")]
    [InlineData(4, 1f, 0, "k must be at least 1")]
    public async Task What_a_search_is_run_with_is_refused_where_it_does_not_fit(int length, float element, int k, string because)
    {
        var run = Precompile("db.Set<Cell>().NearestTo(c => c.Vector, query, k).Select(c => c.Row).ToList()", out _);
        await SaveAsync();

        Refusal.Says<SqliteException>(() => run(ConnectionString, Enumerable.Repeat(element, length).ToArray(), k), because);
    }

    [Theory]
    [InlineData("db.Set<Author>().NearestTo(a => a.Style, query, k).Select(a => a.Id).ToList()", "'Author.Style'", "HasVectorIndex")]
    [InlineData("db.Set<Author>().WithinDistance(a => a.Style, query, 0.5).Select(a => a.Id).ToList()", "'Author.Style'", "HasVectorIndex")]
    public void A_search_without_an_index_is_refused(string query, params string[] words)
    {
        Precompile(query, out var errors);

        Assert.All(words, word => Assert.Contains(word, Assert.Single(errors), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("db.Set<Photo>().OrderBy(p => EF.Functions.VectorDistance(VectorMetric.Cosine, p.Colors, query)).Select(p => 1).ToList()")]
    [InlineData("db.Set<Author>().Select(a => db.Set<Photo>().Where(p => p.Place == a.Name && EF.Functions.VectorDistance(VectorMetric.Cosine, p.Colors, query) < 0.5).Select(p => p.Place).ToList()).AsSplitQuery().ToList().Select(p => p.Count).ToList()")]
    public void A_distance_to_a_vector_that_nothing_would_look_at_is_refused(string query)
    {
        Precompile(query, out var errors);

        Assert.Contains("VectorDistance cannot be precompiled", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new List<int> { db.Set<Photo>().ExecuteUpdate(s => s.SetProperty(p => p.Colors, query)) }")]
    [InlineData("new List<int> { db.Set<Photo>().ExecuteUpdate(s => s.SetProperty(p => p.Colors, p => p.Place == null ? query : p.Colors)) }")]
    public void An_update_to_a_vector_that_nothing_would_look_at_is_refused(string query)
    {
        Precompile(query, out var errors);

        Assert.Contains("sets 'Photo.Colors'", Assert.Single(errors), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private DesignContext Open() => new(new DbContextOptionsBuilder<DesignContext>().UseSqlite(ConnectionString, sqlite => sqlite.UseOmenDb()).Options);

    private async Task SaveAsync()
    {
        await using var db = Open();
        await db.Database.EnsureCreatedAsync();
        db.AddRange(Stored.Select((v, i) => new Cell { Sheet = "s", Row = i, Column = 1, Vector = v }));
        await db.SaveChangesAsync();
    }

    /// <summary>A program that runs a query, compiled together with what EF Core writes for it.</summary>
    private Func<string, float[], int, List<int>> Precompile(string query, out List<string> errors)
    {
        var program = $$"""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using Microsoft.EntityFrameworkCore;
            using OmenDb.EFCore;
            using OmenDb.EFCore.Design.Tests;
            using OmenDb.EFCore.Specification.Model;

            public static class Program
            {
                public static List<int> Run(string connectionString, float[] vector, int number)
                {
                    using var db = new DesignContext(new DbContextOptionsBuilder<DesignContext>().UseSqlite(connectionString, sqlite => sqlite.UseOmenDb()).Options);
                    ReadOnlyMemory<float> query = vector;
                    var k = number;
                    return {{query}};
                }
            }
            """;
        var compilation = GeneratedCode.Compilation([program]);
        using var workspace = new AdhocWorkspace();
        using var db = Open();
        var failures = new List<PrecompiledQueryCodeGenerator.QueryPrecompilationError>();
        EF.IsDesignTime = true;
        try
        {
            var files = new PrecompiledQueryCodeGenerator().GeneratePrecompiledQueries(
                compilation, SyntaxGenerator.GetGenerator(workspace, LanguageNames.CSharp), db, new Dictionary<System.Reflection.MemberInfo, Microsoft.EntityFrameworkCore.Design.Internal.QualifiedName>(),
                failures, new HashSet<string>(), GeneratedCode.Load(compilation));
            errors = [.. failures.Select(f => f.Exception.Message)];
            return errors.Count > 0
                ? (_, _, _) => throw new InvalidOperationException("The query was not precompiled.")
                : GeneratedCode.Compile([program, .. files.Select(f => f.Code)]).GetType("Program")!.GetMethod("Run")!.CreateDelegate<Func<string, float[], int, List<int>>>();
        }
        finally
        {
            EF.IsDesignTime = false;
        }
    }
}
