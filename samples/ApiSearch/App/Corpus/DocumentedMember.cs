using System.Text.RegularExpressions;

namespace ApiSearch.Corpus;

/// <summary>One <c>member</c> element of an XML documentation file.</summary>
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
            var end = Name.AsSpan().IndexOfAny('(', '[');
            var name = Generics().Replace(end < 0 ? Name : Name[..end], "");
            return $"{name}\n{Summary}\n{TypeSummary}";
        }
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Generics();
}
