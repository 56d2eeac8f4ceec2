using System.Globalization;
using System.Text.RegularExpressions;

namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>pgvector's names for the types of columns.</summary>
internal static partial class VectorStoreType
{
    public const string Vector = "vector";
    public const string HalfVector = "halfvec";

    /// <summary>The type of a column with vectors of so many elements.</summary>
    public static string Of(bool isHalf, int? dimensions) => (isHalf ? HalfVector : Vector) + (dimensions is { } n ? $"({n})" : "");

    /// <summary>How many elements a column of this type holds; <see langword="null"/> if it is none of vectors, or does not say.</summary>
    public static int? DimensionsOf(string? storeType)
        => Sized().Match(storeType ?? "") is { Success: true } match ? int.Parse(match.Groups["dimensions"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>Whether a column of this type holds 16-bit floats.</summary>
    public static bool IsHalf(string storeType) => storeType.StartsWith(HalfVector, StringComparison.Ordinal);

    [GeneratedRegex($@"^({Vector}|{HalfVector})\((?<dimensions>\d+)\)$")]
    private static partial Regex Sized();
}
