namespace ApiSearch.Corpus;

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
