using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using OmenDb.EFCore.Specification.Infrastructure;

namespace OmenDb.EFCore.Design.Tests;

/// <summary>The migrations of a project as text, run by something that knows nothing of vectors; and as a bundle.</summary>
public sealed partial class MigrationScriptTests(MigrationScriptTests.ProjectFixture fixture) : IClassFixture<MigrationScriptTests.ProjectFixture>, IDisposable
{
    private const string Search = """
        public static class Search
        {
            public static int[] Run(DbContext db, float[] query) => db.Set<Article>().NearestTo(a => a.Embedding, query, 5).Select(a => a.Id).ToArray();

            public static System.Threading.Tasks.Task Flush(DbContext db) => db.Database.VectorIndex<Article>(a => a.Embedding).FlushAsync();
        }
        """;

    private static readonly float[] Query = Vectors.Random(99, 4);
    private static readonly (int Id, float[] Vector)[] Rows = [.. Vectors.Many(30, 4).Select((v, i) => (i + 1, v))];

    private readonly TemporaryFolder _folder = new();
    private readonly UserProject _project = fixture.Project;

    private string ConnectionString => $"Data Source={_folder.File("app.db")}";

    [Fact]
    public void The_script_of_a_projects_migrations() => Baseline.Check("Migrations.sql", Stable(Script()));

    [Fact]
    public void A_script_makes_a_new_database_that_is_searched()
    {
        Execute(Script());
        Insert("Posts", "Vector");

        AssertSearches();
    }

    [Fact]
    public void A_script_indexes_what_a_database_holds()
    {
        using (var before = _project.CreateContext(ConnectionString))
            before.Database.Migrate("Initial");
        Insert("Articles", "Embedding");

        Execute(Script(from: "Initial"));

        AssertSearches();
    }

    [Fact]
    public void A_script_that_goes_back_leaves_the_rows_and_no_index()
    {
        Execute(Script());
        Insert("Posts", "Vector");

        Execute(Script(from: "RenameAndRebuild", to: "Initial"));

        Assert.Equal(30L, Scalar("SELECT count(*) FROM Articles"));
        Assert.Equal(0L, Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' OR name LIKE '%Ledger%'"));
    }

    [Fact]
    public void An_idempotent_script_is_refused_by_EF_Core_on_SQLite()
        => Assert.Throws<NotSupportedException>(() => Script(options: MigrationsSqlGenerationOptions.Idempotent));

    [Fact]
    public void A_bundle_migrates_a_database_with_data()
    {
        Assert.Equal(0, _project.RunBundle("Initial", "--connection", ConnectionString));
        Insert("Articles", "Embedding");

        Assert.Equal(0, _project.RunBundle("--connection", ConnectionString));

        AssertSearches();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Several_migrations_at_once_are_not_taken_for_damage(bool queried)
    {
        using (var before = _project.CreateContext(ConnectionString))
            await before.Database.MigrateAsync("AddIndex");
        Insert("Articles", "Embedding");
        await using var db = _project.CreateContext(ConnectionString);
        if (queried)
            Assert.NotEmpty(await db.Database.GetPendingMigrationsAsync()); // opens the connection

        await db.Database.MigrateAsync();

        AssertSearches();
        Assert.Equal(30L, Scalar("SELECT seq FROM sqlite_sequence WHERE name = 'Posts_Vector_Ledger'")); // no row was labelled twice
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Migrations_that_drop_an_index_delete_its_files(bool asynchronously)
    {
        await using var db = _project.CreateContext(ConnectionString);
        await db.Database.MigrateAsync();
        Insert("Posts", "Vector");
        await _project.Call<Task>("Search", "Flush", db);
        Assert.Contains(Files(), file => file.StartsWith("Posts_2e_Vector-", StringComparison.Ordinal));

        if (asynchronously)
            await db.Database.MigrateAsync("Initial");
        else
            db.Database.Migrate("Initial");

        Assert.Equal(["lock"], Files());

        IEnumerable<string> Files() => Directory.GetFiles(_folder.File("app.db.omen")).Select(file => Path.GetFileName(file));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    private string Script(string? from = null, string? to = null, MigrationsSqlGenerationOptions options = MigrationsSqlGenerationOptions.Default)
    {
        using var db = _project.CreateContext(ConnectionString);
        return db.GetService<IMigrator>().GenerateScript(from, to, options);
    }

    private void Insert(string table, string column)
    {
        foreach (var (id, vector) in Rows)
            Execute($"INSERT INTO {table} (Id, Title, {column}) VALUES ({id}, 'a', X'{Convert.ToHexString(Vectors.Bytes(vector))}')");
    }

    private void AssertSearches()
    {
        using var db = _project.CreateContext(ConnectionString);
        Assert.Empty(db.Database.GetPendingMigrations());
        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Equal(Exact.Nearest(Rows, Query, 5), _project.Call<int[]>("Search", "Run", db, Query));
        Assert.Equal(30L, Scalar("SELECT count(*) FROM Posts_Vector_Ledger"));
        Execute("DELETE FROM Posts WHERE Id <= 10");
        Assert.Equal(Exact.Nearest(Rows[10..], Query, 5), _project.Call<int[]>("Search", "Run", db, Query));
    }

    private void Execute(string sql) => Run(sql, c => c.ExecuteNonQuery());

    private object? Scalar(string sql) => Run(sql, c => c.ExecuteScalar());

    private T Run<T>(string sql, Func<SqliteCommand, T> run)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return run(command);
    }

    private static string Stable(string script) => Id().Replace(script, "'0_${name}', ''");

    [GeneratedRegex(@"'\d{14}_(?<name>\w+)', '[^']*'")]
    private static partial Regex Id();

    /// <summary>A project and its three migrations, made once.</summary>
    public sealed class ProjectFixture : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public ProjectFixture()
        {
            Project = new UserProject(_folder.Path);
            Migrate("Initial", "[Vector(4)]", """modelBuilder.Entity<Article>().ToTable("Articles");""");
            Migrate("AddIndex", "[Vector(4), VectorIndex]", """modelBuilder.Entity<Article>().ToTable("Articles");""");
            Migrate("RenameAndRebuild", "[Vector(4), VectorIndex]", """
                modelBuilder.Entity<Article>().ToTable("Posts", t => t.HasCheckConstraint("CK_Title", "Title <> ''"));
                modelBuilder.Entity<Article>().Property(a => a.Embedding).HasColumnName("Vector");
                """);
        }

        internal UserProject Project { get; }

        public void Dispose() => _folder.Dispose();

        private void Migrate(string name, string vector, string configuration)
        {
            Project.Model = ($$"""
                public class Article
                {
                    public int Id { get; set; }
                    public string Title { get; set; } = "";
                    {{vector}} public ReadOnlyMemory<float> Embedding { get; set; }
                }

                {{Search}}
                """, configuration);
            Project.AddMigration(name);
        }
    }
}
