using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace ApiSearch.Corpus;

/// <summary>
/// The XML documentation files that ship with the reference packs of the running .NET installation:
/// <c>dotnet/packs/Microsoft.NETCore.App.Ref/10.0.0/ref/net10.0/*.xml</c> and its neighbours.
/// </summary>
public sealed class ReferencePacks : ICorpus
{
    private ReferencePacks(IReadOnlyList<string> paths, string description)
    {
        Paths = paths;
        Description = description;
        // Names and sizes are enough to notice another SDK, and cost no reading.
        var names = string.Join('\n', paths.Select(p => $"{Path.GetFileName(p)} {new FileInfo(p).Length}"));
        Fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(names)));
    }

    public IReadOnlyList<string> Paths { get; }

    public string Description { get; }

    public string Fingerprint { get; }

    public string WhenEmpty
        => "No XML documentation was found. It comes with the reference packs of the .NET SDK (packs/*.Ref in the folder of dotnet: " +
           $"{string.Join(", ", DotnetRoots().DefaultIfEmpty("none found"))}). Install the SDK, or name folders in Corpus:Directories.";

    public IReadOnlyList<DocumentedMember> Read(string path)
    {
        try
        {
            return XmlDocumentationReader.Read(path);
        }
        catch (XmlException exception)
        {
            throw new InvalidDataException(exception.Message, exception);
        }
    }

    /// <summary>Those of the directories given, or of the .NET installation when none are.</summary>
    public static ReferencePacks Find(IReadOnlyList<string> directories)
    {
        var folders = directories.Count > 0 ? directories : [.. DotnetRoots().SelectMany(NewestReferencePacks)];
        // The packs overlap: ASP.NET's holds a copy of everything it refers to. The first folder that has a file keeps it.
        var paths = folders.Where(Directory.Exists)
            .SelectMany(d => Directory.EnumerateFiles(d, "*.xml"))
            .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.Ordinal)
            .ToList();
        var description = string.Join(", ", paths.Select(p => Path.GetDirectoryName(p)!).Distinct().Select(PackName));
        return new ReferencePacks(paths, description);
    }

    /// <summary>The roots of the running runtime: where it was loaded from first, then where the environment points.</summary>
    public static IEnumerable<string> DotnetRoots()
    {
        // <root>/shared/Microsoft.NETCore.App/<version>/
        for (var folder = new DirectoryInfo(RuntimeEnvironment.GetRuntimeDirectory()); folder is not null; folder = folder.Parent)
        {
            if (Directory.Exists(Path.Combine(folder.FullName, "packs")))
            {
                yield return folder.FullName;
                yield break;
            }
        }

        foreach (var root in new[] { Environment.GetEnvironmentVariable("DOTNET_ROOT"), Path.GetDirectoryName(Environment.ProcessPath) })
        {
            if (root is not null && Directory.Exists(Path.Combine(root, "packs")))
                yield return root;
        }
    }

    // Descending, so that the base libraries come before ASP.NET's copies of them.
    private static IEnumerable<string> NewestReferencePacks(string root)
        => from pack in Directory.EnumerateDirectories(Path.Combine(root, "packs"), "*.Ref").OrderDescending(StringComparer.Ordinal)
           let newest = Directory.EnumerateDirectories(pack).MaxBy(VersionOf)
           where newest is not null && Directory.Exists(Path.Combine(newest, "ref"))
           let frameworks = Directory.EnumerateDirectories(Path.Combine(newest, "ref"))
           where frameworks.Any()
           select frameworks.MaxBy(VersionOf);

    // "10.0.12", "11.0.0-preview.1" and "net10.0" alike; a preview sorts with its release.
    private static Version VersionOf(string path)
    {
        var name = Path.GetFileName(path).AsSpan().TrimStart("netcoreappstandard");
        var dash = name.IndexOf('-');
        return Version.TryParse(dash < 0 ? name : name[..dash], out var version) ? version : new Version();
    }

    // .../Microsoft.NETCore.App.Ref/10.0.12/ref/net10.0 reads "Microsoft.NETCore.App.Ref 10.0.12"; any other folder is its own name.
    private static string PackName(string folder)
    {
        var parts = folder.Split(Path.DirectorySeparatorChar);
        return parts is [.., var pack, var version, "ref", _] ? $"{pack} {version}" : parts[^1];
    }
}
