using System.Globalization;
using System.Text.RegularExpressions;

namespace OmenDb.EFCore.Sqlite.Metadata.Internal;

/// <summary>
/// What a database does not otherwise say of a vector index: a comment behind the column in the update trigger, as in
/// <c>AFTER UPDATE OF "Embedding" /* float32[384] Cosine */</c>, or where the condition names it, if the database computes the column. Scaffolding reads it, and so do searches by another version of the model.
/// </summary>
/// <param name="Dimensions">Elements per vector.</param>
/// <param name="IsHalf">Whether the column holds 16-bit floats.</param>
/// <param name="Metric">The distance.</param>
/// <param name="Storage">What the index's file holds; said only where it is not the default.</param>
internal readonly partial record struct VectorIndexDeclaration(int Dimensions, bool IsHalf, VectorMetric Metric, VectorIndexStorage Storage)
{
    public override string ToString() => $"/* float{(IsHalf ? 16 : 32)}[{Dimensions.ToString(CultureInfo.InvariantCulture)}] {Metric}{(Storage == VectorIndexStorage.Full ? "" : $" {Storage}")} */";

    /// <summary>Whether the vectors are of the same kind, however they are compared.</summary>
    public bool HasVectorsOf(VectorIndexDeclaration other) => (Dimensions, IsHalf) == (other.Dimensions, other.IsHalf);

    /// <summary>The vector column that an update trigger watches, and what the trigger declares of it: nothing, where an earlier version wrote it.</summary>
    public static (string Column, VectorIndexDeclaration? Declaration)? Parse(string trigger)
    {
        if (UpdateTrigger().Match(trigger) is not { Success: true } match)
            return null;
        var column = match.Groups["column"].Value.Replace("\"\"", "\"", StringComparison.Ordinal);
        return int.TryParse(match.Groups["dimensions"].Value, CultureInfo.InvariantCulture, out var dimensions) && Enum.TryParse<VectorMetric>(match.Groups["metric"].Value, out var metric)
            ? (column, new VectorIndexDeclaration(dimensions, match.Groups["bits"].Value == "16", metric, Enum.TryParse<VectorIndexStorage>(match.Groups["storage"].Value, out var storage) ? storage : default))
            : (column, null);
    }

    /// <summary>A trigger without its declaration: what it does.</summary>
    public static string Without(string trigger)
        => UpdateTrigger().Match(trigger).Groups["comment"] is { Success: true } comment ? trigger.Remove(comment.Index, comment.Length) : trigger;

    [GeneratedRegex("""^CREATE TRIGGER "(?:[^"]|"")*" AFTER UPDATE (?:OF |ON "(?:[^"]|"")*" WHEN OLD\.)"(?<column>(?:[^"]|"")*)"(?<comment> /\* float(?<bits>16|32)\[(?<dimensions>\d+)\] (?<metric>\w+)( (?<storage>\w+))? \*/)?""", RegexOptions.CultureInvariant)]
    private static partial Regex UpdateTrigger();
}
