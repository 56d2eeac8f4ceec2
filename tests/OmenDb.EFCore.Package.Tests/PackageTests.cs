using System.IO.Compression;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace OmenDb.EFCore.Package.Tests;

/// <summary>What a user installs works where nothing but the packages is.</summary>
public sealed partial class PackageTests(PackageFixture fixture)
{
    public static TheoryData<string> Packages => ["OmenDb.DiskAnn", "OmenDb.EFCore", "OmenDb.EFCore.HealthChecks", "OmenDb.EFCore.PostgreSQL", "OmenDb.EFCore.Sqlite"];

    [Theory, MemberData(nameof(Packages))]
    public void A_package_has_a_licence_documentation_and_symbols(string id)
    {
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(fixture.Packages, $"{id}.0.*.nupkg")));
        using var symbols = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(fixture.Packages, $"{id}.0.*.snupkg")));
        Assert.NotNull(package.GetEntry($"lib/net10.0/{id}.dll"));
        Assert.NotNull(package.GetEntry($"lib/net10.0/{id}.xml"));
        Assert.NotNull(symbols.GetEntry($"lib/net10.0/{id}.pdb"));

        var metadata = Metadata(package, id);
        Assert.Equal("MIT", Value("license"));
        Assert.NotEmpty(Value("description"));
        Assert.NotEmpty(Value("tags"));
        string Value(string name) => metadata.Elements().Single(e => e.Name.LocalName == name).Value;
    }

    [Theory]
    [InlineData("OmenDb.EFCore", "Microsoft.EntityFrameworkCore.Relational")]
    [InlineData("OmenDb.EFCore.Sqlite", "Microsoft.EntityFrameworkCore.Sqlite")]
    public void A_package_is_not_restored_beside_the_next_major_version_of_EF_Core(string id, string dependency)
    {
        using var package = ZipFile.OpenRead(Assert.Single(Directory.GetFiles(fixture.Packages, $"{id}.0.*.nupkg")));

        var version = Metadata(package, id).Descendants().Single(e => e.Attribute("id")?.Value == dependency).Attribute("version")!.Value;

        Assert.EndsWith(", 11.0.0)", version, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Packages))]
    public void A_package_says_what_it_is_how_to_install_it_and_links_to_nothing_that_is_not_in_it(string id)
    {
        var readme = Readme(fixture, id);

        Assert.StartsWith($"# {id}{Environment.NewLine}", readme.ReplaceLineEndings(), StringComparison.Ordinal);
        Assert.Contains("dotnet add package " + (id == "OmenDb.EFCore" ? "OmenDb.EFCore.Sqlite" : id), readme, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\]\((?!https://)|<img", readme);
    }

    [Fact]
    public void The_repository_shows_the_example_of_the_package()
        => Assert.Contains(Code(Readme(fixture, "OmenDb.EFCore.Sqlite")), File.ReadAllText(Path.Combine(Repository.Folder, "README.md")).ReplaceLineEndings(), StringComparison.Ordinal);

    [Fact]
    public void The_example_of_the_engine_runs_in_a_new_project()
    {
        var folder = fixture.NewProject("engine", "OmenDb.DiskAnn", "", $$"""
            using OmenDb.DiskAnn;

            var random = new Random(1);
            var labels = Enumerable.Range(0, 1_000).Select(i => (long)i).ToArray();
            var vectors = Enumerable.Range(0, 384_000).Select(_ => random.NextSingle() - 0.5f).ToArray();
            var query = vectors.AsSpan(7 * 384, 384).ToArray();
            {{Code(Readme(fixture, "OmenDb.DiskAnn"))}}
            """);

        var lines = PackageFixture.Run(folder, "run", "-nodeReuse:false").Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(10, lines.Length);
        Assert.Equal("7 at 0", lines[0]);
    }

    [Fact]
    public void The_README_example_runs_in_a_new_project()
    {
        var folder = fixture.NewProject("app", "OmenDb.EFCore.Sqlite", "", ProgramAround(Example(fixture)));

        Assert.Equal(
            ["3 of 3 in the news, the first is First", "dotnet ef finds OmenDb.EFCore.Sqlite.Design.OmenDbSqliteDesignTimeServices"],
            PackageFixture.Run(folder, "run", "-nodeReuse:false").Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_README_example_is_on_PostgreSQL_after_its_one_line_changed()
    {
        var (types, statements) = Example(fixture);
        var moved = types.Replace("UseSqlite(\"Data Source=app.db\", sqlite => sqlite.UseOmenDb())", "UseNpgsql(\"Host=nowhere\", npgsql => npgsql.UseOmenDb())", StringComparison.Ordinal);
        Assert.NotEqual(types, moved);
        var folder = fixture.NewProject("server", "OmenDb.EFCore.PostgreSQL", "", $$"""
            using Microsoft.EntityFrameworkCore;
            using OmenDb.EFCore;

            await using var db = new BlogContext();
            var (query, articles) = (Enumerable.Repeat(1f, 384).ToArray(), Array.Empty<Article>());
            Console.WriteLine(db.Articles.Where(a => a.Category == "news").NearestTo(a => a.Embedding, query, 10).ToQueryString().Contains("a.\"Embedding\" <=> @query"));
            Console.WriteLine(db.Database.GenerateCreateScript().Contains("USING hnsw (\"Embedding\" vector_cosine_ops)"));
            if (articles.Length > 0)
                await RunAsync();

            var declared = System.Reflection.CustomAttributeExtensions.GetCustomAttribute<Microsoft.EntityFrameworkCore.Design.DesignTimeServicesReferenceAttribute>(typeof(BlogContext).Assembly)!;
            Console.WriteLine($"dotnet ef finds {Type.GetType(declared.TypeName, throwOnError: true)}");

            async Task RunAsync()
            {
                {{statements}}
            }

            {{moved}}
            """);

        Assert.Equal(
            ["True", "True", "dotnet ef finds OmenDb.EFCore.PostgreSQL.Design.OmenDbNpgsqlDesignTimeServices"],
            PackageFixture.Run(folder, "run", "-nodeReuse:false").Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void Every_package_of_the_repository_is_among_these()
        => Assert.Equal(
            ["OmenDb.DiskAnn", "OmenDb.EFCore", "OmenDb.EFCore.HealthChecks", "OmenDb.EFCore.PostgreSQL", "OmenDb.EFCore.Sqlite"],
            Directory.GetFiles(fixture.Packages, "*.snupkg").Select(f => Path.GetFileName(f).Split(".0.")[0]).Order());

    // C# wants statements before types; a reader wants the model first.
    internal static string ProgramAround((string Types, string Statements) example) => $$"""
        using Microsoft.EntityFrameworkCore;
        using OmenDb.EFCore;

        await using var db = new BlogContext();
        await db.Database.EnsureCreatedAsync();
        var query = Enumerable.Range(0, 384).Select(i => MathF.Sin(i + 1)).ToArray();
        var articles = new[]
        {
            new Article { Title = "Second", Category = "news", Embedding = Moved(0.2f) },
            new Article { Title = "First", Category = "news", Embedding = Moved(0.1f) },
            new Article { Title = "Elsewhere", Category = "sports", Embedding = query },
            new Article { Title = "Third", Category = "news", Embedding = Moved(0.3f) },
        };
        {{example.Statements}}
        Console.WriteLine($"{nearest.Count} of 3 in the news, the first is {nearest[0].Title}");

        var declared = System.Reflection.CustomAttributeExtensions.GetCustomAttribute<Microsoft.EntityFrameworkCore.Design.DesignTimeServicesReferenceAttribute>(typeof(BlogContext).Assembly)!;
        Console.WriteLine($"dotnet ef finds {Type.GetType(declared.TypeName, throwOnError: true)}");

        float[] Moved(float by) => Array.ConvertAll(query, x => x + by);

        {{example.Types}}
        """;

    internal static (string Types, string Statements) Example(PackageFixture fixture)
    {
        var code = Code(Readme(fixture, "OmenDb.EFCore.Sqlite"));
        var statements = code.IndexOf("await ", StringComparison.Ordinal);
        return (code[..statements], code[statements..]);
    }

    private static string Readme(PackageFixture fixture, string id)
    {
        using var package = ZipFile.OpenRead(Directory.GetFiles(fixture.Packages, $"{id}.0.*.nupkg").Single());
        using var readme = new StreamReader(package.GetEntry("README.md")!.Open());
        return readme.ReadToEnd();
    }

    private static string Code(string readme) => CodeBlock().Match(readme).Groups["code"].Value.ReplaceLineEndings();

    private static XElement Metadata(ZipArchive package, string id)
    {
        using var stream = package.GetEntry($"{id}.nuspec")!.Open();
        return XDocument.Load(stream).Root!.Elements().Single(e => e.Name.LocalName == "metadata");
    }

    [GeneratedRegex(@"```csharp\r?\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
