using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ApiSearch.Embeddings;

/// <summary>Turns text and identifiers into words: split at capitals, lower case, without stop words.</summary>
public static partial class Words
{
    private static readonly FrozenSet<string> Stop = (
        "a an and any are as at be been being but by can could do does doing for from had has have how i if in into is it its " +
        "may me my not of on onto or our shall should so such that the their them then there these this those to upon use used uses using " +
        "via was we were what when where whether which while who will with would you your " +
        "gets sets initializes instance represents specified indicating provides returns c net").Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The words of a text in their order, as often as they occur.</summary>
    public static IEnumerable<string> Of(string text) => Locate(text).Select(found => found.Word);

    /// <summary>The stems of a text, each once.</summary>
    public static IReadOnlySet<string> StemsOf(string text) => Of(text).Select(Stem).ToHashSet(StringComparer.Ordinal);

    /// <summary>Where a text has words with one of these stems.</summary>
    public static IReadOnlyList<Range> FindStems(string text, IReadOnlySet<string> stems)
        => [.. Locate(text).Where(found => stems.Contains(Stem(found.Word))).Select(found => found.Range)];

    /// <summary><c>ReadAllLinesAsync</c> gives read, all, lines, async; <c>GZipStream</c> gzip, stream; <c>IHttpClientFactory</c> http, client, factory.</summary>
    public static IReadOnlyList<string> Split(string identifier) => [.. Parts(identifier).Select(part => part.Word)];

    /// <summary>
    /// A stem that is good enough to bring "reads", "reading" and "read" together, after the first steps of
    /// Porter (1980). It is no dictionary: "parse" becomes "pars".
    /// </summary>
    public static string Stem(string word)
    {
        if (word.Length < 4 || !char.IsAsciiLetter(word[^1]))
            return word;
        word = word switch
        {
            _ when word.EndsWith("ies", StringComparison.Ordinal) && word.Length > 4 => word[..^3] + "y",
            _ when word.EndsWith("sses", StringComparison.Ordinal) || word.EndsWith("shes", StringComparison.Ordinal)
                || word.EndsWith("ches", StringComparison.Ordinal) || word.EndsWith("xes", StringComparison.Ordinal) => word[..^2],
            _ when word.EndsWith("ss", StringComparison.Ordinal) || word.EndsWith("us", StringComparison.Ordinal)
                || word.EndsWith("is", StringComparison.Ordinal) => word,
            [.., 's'] => word[..^1],
            _ => word,
        };
        word = word switch
        {
            _ when Ends(word, "ization", 3) => word[..^5],
            _ when Ends(word, "ation", 3) || Ends(word, "ition", 3) || Ends(word, "ssion", 3) || Ends(word, "ction", 3) || Ends(word, "ption", 4) => word[..^3],
            _ when Ends(word, "ing", 3) => Undouble(word[..^3]),
            _ when Ends(word, "ed", 3) => Undouble(word[..^2]),
            _ => word,
        };
        return word.Length > 4 && word[^1] == 'e' ? word[..^1] : word;
    }

    private static IEnumerable<(string Word, Range Range)> Locate(string text)
    {
        foreach (Match token in Token().Matches(text))
        {
            foreach (var (part, start) in Parts(token.Value))
            {
                if (part.Length > 1 && !Stop.Contains(part))
                    yield return (part, (token.Index + start)..(token.Index + start + part.Length));
            }
        }
    }

    private static List<(string Word, int Start)> Parts(string identifier)
    {
        var parts = new List<(string, int)>();
        var single = "";
        foreach (var match in Part().EnumerateMatches(identifier))
        {
            var part = identifier.Substring(match.Index, match.Length);
            if (part.Length == 1 && char.IsUpper(part[0]) && match.Index + 1 < identifier.Length)
            {
                // One capital before a word belongs to it (GZip), unless it marks an interface or a type parameter.
                single = match.Index == 0 && part is "I" or "T" ? "" : part;
                continue;
            }

            parts.Add(((single + part).ToLowerInvariant(), match.Index - single.Length));
            single = "";
        }

        return parts;
    }

    private static bool Ends(string word, string suffix, int atLeastBefore)
        => word.Length >= suffix.Length + atLeastBefore && word.EndsWith(suffix, StringComparison.Ordinal);

    // "getting" to "get", but "calling" keeps its l's.
    private static string Undouble(string word)
        => word.Length > 3 && word[^1] == word[^2] && word[^1] is not ('l' or 's' or 'z') ? word[..^1] : word;

    [GeneratedRegex(@"[\p{L}\p{M}0-9]+")]
    private static partial Regex Token();

    [GeneratedRegex(@"\p{Lu}+[0-9]+|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+[0-9]*|\p{Lu}+|[0-9]+")]
    private static partial Regex Part();
}
