using System.Numerics.Tensors;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Metadata.Internal;

/// <summary>Refuses vectors that no index could hold, before anything is written.</summary>
internal static class VectorGuard
{
    // Norms up to this are compared by an index; the engine has the same limit.
    private const double LongestNorm = 1e18;

    /// <summary>What is wrong with a vector, or <see langword="null"/> when nothing is.</summary>
    public static string? Problem(ReadOnlySpan<float> vector, int dimensions, VectorMetric? metric)
    {
        if (vector.Length != dimensions)
            return $"expected {dimensions:N0} elements, got {vector.Length:N0}";
        if (!TensorPrimitives.IsFiniteAll(vector))
            return "it holds NaN or infinity";
        return metric switch
        {
            null => null,
            VectorMetric.Cosine => vector.ContainsAnyExcept(0f, -0f) ? null : "it is zero, and a zero vector has no direction to compare by cosine",
            _ => IsTooLong(vector) ? $"its norm is above {LongestNorm:G3}, further than distances are compared; scale the vectors down" : null,
        };
    }

    /// <summary>Throws when a value, of any vector type or <see langword="null"/>, does not fit its property.</summary>
    public static void Check(IProperty property, object? value)
    {
        if (value is null || property.GetDimensions() is not { } dimensions)
            return;
        if (Problem(AsSpan(value), dimensions, property.GetColumnMetric()) is { } problem)
        {
            throw new ArgumentException(
                $"The vector of '{property.DisplayName()}' was refused, and nothing was written: {problem}{HintOfNull(property, value)}.");
        }
    }

    // C# converts float[] to ReadOnlyMemory<float>, null to an empty one, before it makes that nullable.
    private static string HintOfNull(IReadOnlyProperty property, object value)
        => Nullable.GetUnderlyingType(property.ClrType) is { } type && AsSpan(value).IsEmpty
            ? $" (a null array that is assigned becomes an empty vector: write ({type.Name.Split('`')[0]}<{(VectorPropertyExtensions.IsHalf(type) ? "Half" : "float")}>?)null for none)"
            : "";

    public static ReadOnlySpan<float> AsSpan(object value) => value switch
    {
        ReadOnlyMemory<float> memory => memory.Span,
        Memory<float> memory => memory.Span,
        float[] array => array,
        ReadOnlyMemory<Half> memory => Widen(memory.Span),
        Memory<Half> memory => Widen(memory.Span),
        Half[] array => Widen(array),
        _ => throw new ArgumentException($"{value.GetType().Name} is not a vector type.", nameof(value)),
    };

    /// <summary>What 16-bit floats keep of a vector.</summary>
    public static float[] Rounded(ReadOnlySpan<float> vector)
    {
        var halves = new Half[vector.Length];
        TensorPrimitives.ConvertToHalf(vector, halves);
        return Widen(halves);
    }

    // The norm is at most the sum of magnitudes, which is quick to compute and settles nearly every vector.
    private static bool IsTooLong(ReadOnlySpan<float> vector)
    {
        if (TensorPrimitives.SumOfMagnitudes(vector) <= LongestNorm)
            return false;
        double squares = 0;
        foreach (var element in vector)
            squares += (double)element * element;
        return squares > LongestNorm * LongestNorm;
    }

    private static float[] Widen(ReadOnlySpan<Half> vector)
    {
        var floats = new float[vector.Length];
        TensorPrimitives.ConvertToSingle(vector, floats);
        return floats;
    }
}
