using System.Diagnostics;

[assembly: AssemblyFixture(typeof(OmenDb.EFCore.Package.Tests.PackageFixture))]

namespace OmenDb.EFCore.Package.Tests;

/// <summary>The packages of this repository, made once, in a folder that a project can install them from.</summary>
public sealed class PackageFixture : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public PackageFixture()
    {
        // Outputs of their own: a build that runs beside the tests shares nothing with these.
        foreach (var project in Directory.GetDirectories(Path.Combine(Repository.Folder, "src")))
            Run(Repository.Folder, "pack", project, "-c", "Release", "--artifacts-path", _folder.File("artifacts"), "-o", Packages, "-nodeReuse:false");
    }

    /// <summary>The folder that holds the packages.</summary>
    public string Packages => _folder.File("packages");

    /// <summary>Makes a new console project that installs one of the packages.</summary>
    public string NewProject(string name, string package, string properties, string program, string references = "")
    {
        _folder.Write(Path.Combine(name, $"{name}.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <RestoreAdditionalProjectSources>{Packages}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{_folder.File("installed")}</RestorePackagesPath>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package}" Version="0.*" />
                {references}
              </ItemGroup>
            </Project>
            """);
        _folder.Write(Path.Combine(name, "Program.cs"), program);
        return _folder.File(name);
    }

    /// <summary>Runs <c>dotnet</c> and returns what it printed.</summary>
    public static string Run(string folder, params string[] arguments) => Start("dotnet", folder, arguments);

    /// <summary>Runs a program and returns what it printed.</summary>
    public static string Start(string program, string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        // The tests' own host would otherwise decide which SDK and which build engine the child uses.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}\n{errors.Result}");
        return output;
    }

    public void Dispose() => _folder.Dispose();
}
