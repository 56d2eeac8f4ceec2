#pragma warning disable EF1001 // what the dotnet ef tool calls
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design.Internal;
using Microsoft.EntityFrameworkCore.Migrations.Design;

namespace OmenDb.EFCore.Design.Tests;

/// <summary>A project with a model that changes, and the migrations that <c>dotnet ef</c> adds to it.</summary>
/// <param name="folder">Where the migrations are written.</param>
internal sealed class UserProject(string folder)
{
    private const string Migrations = "Migrations";
    private readonly Dictionary<string, string> _migrations = [];
    private Assembly? _assembly;

    /// <summary>The source of the entity types and of <c>BlogContext</c>'s <c>OnModelCreating</c>.</summary>
    public (string Types, string Configuration) Model
    {
        get;
        set
        {
            field = value;
            _assembly = null;
        }
    }

    private Assembly Assembly => _assembly ??= GeneratedCode.Compile(_migrations.Values.Append($$"""
        using System;
        using System.Linq;
        using Microsoft.EntityFrameworkCore;
        using OmenDb.EFCore;

        [assembly: Microsoft.EntityFrameworkCore.Design.DesignTimeServicesReference("OmenDb.EFCore.Sqlite.Design.OmenDbSqliteDesignTimeServices, OmenDb.EFCore.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite")]

        namespace Blog;

        {{Model.Types}}

        public class BlogContext : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseSqlite("Data Source=none.db", sqlite => sqlite.UseOmenDb());

            protected override void OnModelCreating(ModelBuilder modelBuilder)
            {
                {{Model.Configuration}}
            }
        }
        """));

    /// <summary>What <c>dotnet ef migrations add</c> writes: the migration, its designer's part and the new model snapshot.</summary>
    public (string Migration, string Designer, string Snapshot) AddMigration(string name)
    {
        var files = new MigrationsOperations(new OperationReporter(null), Assembly, Assembly, folder, "Blog", "C#", nullable: true, args: [])
            .AddMigration(name, Migrations, "BlogContext", @namespace: null, dryRun: false);
        _assembly = null;
        return (Add(files.MigrationFile!), Add(files.MetadataFile!), Add(files.SnapshotFile!));
    }

    /// <summary>Changes what is in the migrations' files.</summary>
    public void Replace(string oldText, string newText)
    {
        foreach (var (file, text) in _migrations)
            _migrations[file] = text.Replace(oldText, newText, StringComparison.Ordinal);
        _assembly = null;
    }

    /// <summary>The project's context, on a database.</summary>
    public DbContext CreateContext(string connectionString)
    {
        var context = (DbContext)Activator.CreateInstance(Assembly.GetType("Blog.BlogContext")!)!;
        context.Database.SetConnectionString(connectionString);
        return context;
    }

    /// <summary>Calls a method that is part of the model's source.</summary>
    public T Call<T>(string type, string method, params object[] arguments) => (T)Assembly.GetType($"Blog.{type}")!.GetMethod(method)!.Invoke(null, arguments)!;

    /// <summary>What a bundle of the project's migrations does when it is run.</summary>
    public int RunBundle(params string[] arguments) => MigrationsBundle.Execute("BlogContext", Assembly, Assembly, arguments);

    private string Add(string file) => _migrations[Path.GetFileName(file)] = File.ReadAllText(file);
}
