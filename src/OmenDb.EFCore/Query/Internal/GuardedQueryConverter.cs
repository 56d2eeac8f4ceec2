using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Checks a query vector when it is sent as a parameter: a compiled query shows it only then. A database would compare a vector without direction, and say little about one of the wrong length.</summary>
internal sealed class GuardedQueryConverter<T>(string vector, int dimensions, VectorMetric? metric, bool isRounded) : ValueConverter<T, T>(v => Checked(v, vector, dimensions, metric, isRounded), v => v)
{
    private static T Checked(T value, string vector, int dimensions, VectorMetric? metric, bool isRounded)
    {
        var elements = VectorGuard.AsSpan(value!);
        var problem = VectorGuard.Problem(elements, dimensions > 0 ? dimensions : elements.Length, metric);
        if (problem is null && isRounded && VectorGuard.Problem(VectorGuard.Rounded(elements), elements.Length, metric) is { } rounded)
            problem = $"rounded to 16-bit floats like the vectors that it is compared with, {rounded}";
        return problem is null ? value : throw new ArgumentException($"The query for '{vector}' was refused: {problem}.");
    }
}
