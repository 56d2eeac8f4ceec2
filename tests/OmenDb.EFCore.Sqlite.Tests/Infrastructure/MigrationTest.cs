using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using OmenDb.EFCore.Sqlite.Infrastructure.Internal;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>A test of migrations of the table <c>Notes</c>.</summary>
public abstract class MigrationTest : DatabaseTest
{
    protected static readonly float[] Query = Vectors.Random(99, 4);
    protected static readonly (int Id, float[] Vector)[] Notes = [.. Vectors.Many(100, 4).Select((v, i) => (i + 1, v))];

    private static readonly SqlBaselines Sql = new(SourceFolder());

    protected static void WithoutIndex(ModelBuilder model) => model.Entity<Note>().ToTable("Notes");

    protected static void WithIndex(ModelBuilder model) => model.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector);

    protected static IRelationalModel Relational(DbContext db) => db.GetService<IDesignTimeModel>().Model.GetRelationalModel();

    protected static int[] Nearest(VectorMetric metric = VectorMetric.Cosine) => Exact.Nearest(Notes, Query, 20, metric);

    /// <summary>A context on a model that has notes in it.</summary>
    protected async Task<ModelContext> FilledAsync(Action<ModelBuilder> model)
    {
        var db = await Database.CreateAsync(model);
        db.AddRange(Notes.Select(n => new Note { Id = n.Id, Vector = n.Vector }));
        await db.SaveChangesAsync();
        return db;
    }

    /// <summary>A database with notes, as an earlier run of the application left it.</summary>
    protected async Task FillAsync(Action<ModelBuilder> model, bool flushed = false)
    {
        await using var db = await FilledAsync(model);
        if (flushed)
            await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
    }

    /// <summary>Does to the database what a migration from one model to the other would, after SQL that was written into it, holds its SQL against the baseline, and opens the database with the other.</summary>
    protected async Task<ModelContext> MigrateAsync(Action<ModelBuilder> from, Action<ModelBuilder> to, string step = "", string? sql = null, IInterceptor? interceptor = null, [CallerMemberName] string test = "")
    {
        await using var before = Database.Open(from);
        var db = new ModelContext(Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString, s => s.UseOmenDb()).AddInterceptors(interceptor is null ? [] : [interceptor])), to);
        var operations = db.GetService<IMigrationsModelDiffer>().GetDifferences(Relational(before), Relational(db));
        if (sql is not null)
            operations = [new SqlOperation { Sql = sql }, .. operations];
        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(operations, db.GetService<IDesignTimeModel>().Model);
        Sql.Check("Migration", test + step, commands.Select(c => c.CommandText));
        var store = db.GetService<SqliteVectorStore>();
        store.IsUnchecked = true; // as the migrator says
        await db.GetService<IMigrationCommandExecutor>().ExecuteNonQueryAsync(commands, db.GetService<Microsoft.EntityFrameworkCore.Storage.IRelationalConnection>());
        store.DeleteForgottenFiles();
        store.IsUnchecked = false;
        return db;
    }

    /// <summary>Searches, then changes rows behind EF Core's back and searches again.</summary>
    protected async Task CheckAsync(ModelContext db, string table = "Notes", string column = "Vector", string key = "Id", bool extra = false)
    {
        Assert.Equal(Nearest(), await db.Set<Note>().NearestTo(Query, 20).Select(n => n.Id).ToListAsync());

        Database.Execute(
            $"INSERT INTO {table} ({key}, {column}{(extra ? ", Extra" : "")}) VALUES (1000, $v{(extra ? ", 5" : "")}); UPDATE {table} SET {column} = $v WHERE {key} = 50; DELETE FROM {table} WHERE {key} <= 10",
            ("$v", Vectors.Bytes(Query)));
        foreach (var flush in new[] { false, true })
        {
            if (flush)
                await db.Database.VectorIndex<Note>(n => n.Vector).FlushAsync();
            var found = await db.Set<Note>().NearestTo(Query, 1_000).Select(n => n.Id).ToListAsync();
            Assert.Equal([50, 1000], found.Take(2).Order());
            Assert.Equal(Notes.Length - 9, found.Count);
        }

        Assert.True((await db.Database.VectorIndex<Note>(n => n.Vector).VerifyAsync()).IsHealthy);
    }

    private static string SourceFolder([CallerFilePath] string source = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(source)!, ".."));
}
