using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Looks at a query vector when it is sent, which is where a compiled query shows it: a database compares what has no direction, and says little of what does not fit.</summary>
internal sealed class SearchQueryConverter<T>(string vector, int dimensions, VectorMetric metric) : ValueConverter<T, T>(v => Checked(v, vector, dimensions, metric), v => v)
{
    private static T Checked(T value, string vector, int dimensions, VectorMetric metric)
    {
        var elements = VectorGuard.AsSpan(value!);
        return VectorGuard.Problem(elements, dimensions > 0 ? dimensions : elements.Length, metric) is { } problem
            ? throw new ArgumentException($"The query for '{vector}' was refused: {problem}.")
            : value;
    }
}
