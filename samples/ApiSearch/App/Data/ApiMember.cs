using ApiSearch.Corpus;

namespace ApiSearch.Data;

/// <summary>One documented member of the .NET libraries, or one section of a text, with the vector of what it says.</summary>
public sealed class ApiMember
{
    public int Id { get; set; }

    public required string DocumentationId { get; set; }

    public required string Name { get; set; }

    public required MemberKind Kind { get; set; }

    public required string Namespace { get; set; }

    public required string Assembly { get; set; }

    public required string Summary { get; set; }

    /// <summary>Changes when anything that was read does, so that a later start embeds only what changed.</summary>
    public required long ContentHash { get; set; }

    /// <summary>Null when the text has no word that the model knows: such a row is stored, and never found.</summary>
    public ReadOnlyMemory<float>? Embedding { get; set; }
}
