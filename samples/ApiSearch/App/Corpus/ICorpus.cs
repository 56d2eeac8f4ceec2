using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ApiSearch.Corpus;

/// <summary>What is searched: files that are read into members.</summary>
public interface ICorpus
{
    /// <summary>Where it comes from, for people.</summary>
    string Description { get; }

    /// <summary>Changes when the files do, so that they are read again.</summary>
    string Fingerprint { get; }

    IReadOnlyList<string> Paths { get; }

    /// <summary>What to do when there is nothing to read.</summary>
    string WhenEmpty { get; }

    /// <exception cref="InvalidDataException">The file is not what it should be; the message says why.</exception>
    IReadOnlyList<DocumentedMember> Read(string path);
}

/// <summary>One <c>member</c> element of an XML documentation file, or one section of a text.</summary>
public sealed partial record DocumentedMember
{
    /// <summary>The documentation id, for example <c>M:System.IO.File.ReadAllLines(System.String)</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name a C# reader would write: <c>File.ReadAllLines(string)</c>.</summary>
    public required string Name { get; init; }

    public required MemberKind Kind { get; init; }

    public required string Namespace { get; init; }

    public required string Assembly { get; init; }

    public required string Summary { get; init; }

    /// <summary>The summary of the type that declares it; empty for a type.</summary>
    public required string TypeSummary { get; init; }

    /// <summary>What is embedded: the name, then what is said about it, then what is said about its type.</summary>
    public string Text
    {
        get
        {
            if (Kind == MemberKind.Section)
                return $"{Name}\n{Summary}\n{TypeSummary}";
            var end = Name.AsSpan().IndexOfAny('(', '[');
            var name = Generics().Replace(end < 0 ? Name : Name[..end], "");
            return $"{name}\n{Summary}\n{TypeSummary}";
        }
    }

    /// <summary>The same for the same content, in every process.</summary>
    public long ContentHash
    {
        get
        {
            var content = string.Join('\n', Id, Name, Kind, Namespace, Assembly, Text);
            return BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
        }
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Generics();
}

/// <summary>What a documented member is, as far as its documentation id tells; or a section of a text.</summary>
public enum MemberKind
{
    Type,
    Constructor,
    Method,
    Operator,
    Property,
    Field,
    Event,
    Section,
}
