using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ApiSearch.Corpus;

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
