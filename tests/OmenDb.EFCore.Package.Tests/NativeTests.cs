using System.Diagnostics;
using System.Reflection;
using System.Runtime.InteropServices;

namespace OmenDb.EFCore.Package.Tests;

/// <summary>What is compiled ahead of time works as what is not. Native AOT needs a C compiler to link with.</summary>
public sealed class NativeTests(PackageFixture fixture)
{
    private static string EFCoreVersion { get; } =
        typeof(NativeTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == nameof(EFCoreVersion)).Value!;

    [Fact]
    public void The_engine_by_itself_is_published_with_native_AOT_without_a_warning_and_searches()
    {
        var program = Publish("native", "OmenDb.DiskAnn", "<PublishAot>true</PublishAot><TrimmerSingleWarn>false</TrimmerSingleWarn>", """
            using OmenDb.DiskAnn;

            const int count = 2_000, dimensions = 32;
            var random = new Random(1);
            var vectors = Enumerable.Range(0, count * dimensions).Select(_ => random.NextSingle() - 0.5f).ToArray();
            var file = Path.GetTempFileName();
            using (var built = VamanaIndex.Create(new VamanaOptions { Dimensions = dimensions, Metric = DistanceMetric.Euclidean }))
            {
                built.AddBatch([.. Enumerable.Range(1, count).Select(i => (long)i)], vectors);
                built.Save(file);
            }

            var query = vectors.AsSpan(0, dimensions).ToArray();
            query[0] += 0.01f;
            var exact = Enumerable.Range(1, count).OrderBy(i => Enumerable.Range(0, dimensions).Sum(d => Math.Pow(vectors[(i - 1) * dimensions + d] - query[d], 2))).Take(10).ToArray();
            var found = new Neighbor[10];
            using (var index = VamanaIndex.Open(file))
                index.Search(query, found);
            File.Delete(file);
            Console.WriteLine($"{System.Runtime.CompilerServices.RuntimeFeature.IsDynamicCodeSupported}: {found.Count(n => exact.Contains((int)n.Label))} of 10, the first is {found[0].Label}");
            """);

        Assert.Equal("False: 10 of 10, the first is 1", Run(program));
    }

    [Fact]
    public void An_application_with_EF_Core_is_published_ReadyToRun_and_searches()
    {
        var program = Publish("ready", "OmenDb.EFCore.Sqlite", "<PublishReadyToRun>true</PublishReadyToRun><SelfContained>false</SelfContained>", PackageTests.ProgramAround(PackageTests.Example(fixture)));

        Assert.StartsWith("3 of 3 in the news, the first is First", Run(program), StringComparison.Ordinal);
    }

    [Fact]
    public void An_application_with_EF_Core_is_published_as_a_single_file_and_searches()
    {
        var program = Publish("single", "OmenDb.EFCore.Sqlite", "<PublishSingleFile>true</PublishSingleFile><SelfContained>false</SelfContained>", PackageTests.ProgramAround(PackageTests.Example(fixture)));

        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(program)!, "OmenDb.*.dll"));
        Assert.StartsWith("3 of 3 in the news, the first is First", Run(program), StringComparison.Ordinal);
    }

    [Fact]
    public void An_application_with_EF_Core_whose_queries_are_precompiled_is_published_with_native_AOT_and_searches()
    {
        var example = PackageTests.Example(fixture);
        var program = PackageTests.ProgramAround(example)
            .Replace("await db.Database.EnsureCreatedAsync();", "if (args.Length > 0) { await db.Database.EnsureCreatedAsync(); return; }", StringComparison.Ordinal)
            .Replace(".NearestTo(a => a.Embedding, query, 10)", ".NearestTo(a => a.Embedding, vector, 10)", StringComparison.Ordinal)
            .Replace("await db.Articles.AddBatchAsync", "ReadOnlyMemory<float> vector = query; await db.Articles.AddBatchAsync", StringComparison.Ordinal)
            .Replace("Type.GetType(declared.TypeName, throwOnError: true)", "declared.TypeName", StringComparison.Ordinal);
        // EF Core's own code does without a compiler, and has warnings nevertheless.
        var folder = fixture.NewProject("ahead", "OmenDb.EFCore.Sqlite", """
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
            <InterceptorsNamespaces>$(InterceptorsNamespaces);Microsoft.EntityFrameworkCore.GeneratedInterceptors</InterceptorsNamespaces>
            """, program, $"""<PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="{EFCoreVersion}" PrivateAssets="all" />""");
        PackageFixture.Run(folder, "run", "-nodeReuse:false", "--", "create");
        PackageFixture.Run(folder, "tool", "install", "dotnet-ef", "--version", EFCoreVersion, "--tool-path", "tools");
        PackageFixture.Start(Path.Combine(folder, "tools", "dotnet-ef"), folder, "dbcontext", "optimize", "--output-dir", "Compiled", "--precompile-queries", "--nativeaot");
        PackageFixture.Run(folder, "publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-p:PublishAot=true", "-o", "out", "-nodeReuse:false");
        File.Copy(Path.Combine(folder, "app.db"), Path.Combine(folder, "out", "app.db"));

        Assert.StartsWith("3 of 3 in the news, the first is First", Run(Path.Combine(folder, "out", OperatingSystem.IsWindows() ? "ahead.exe" : "ahead")), StringComparison.Ordinal);
    }

    private static string Run(string program)
    {
        using var process = Process.Start(new ProcessStartInfo(program) { WorkingDirectory = Path.GetDirectoryName(program)!, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output.Trim();
    }

    private string Publish(string name, string package, string properties, string source)
    {
        var folder = fixture.NewProject(name, package, properties, source);
        PackageFixture.Run(folder, "publish", "-c", "Release", "-r", RuntimeInformation.RuntimeIdentifier, "-o", "out", "-nodeReuse:false");
        return Path.Combine(folder, "out", OperatingSystem.IsWindows() ? $"{name}.exe" : name);
    }
}
