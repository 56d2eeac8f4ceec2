using System.Numerics.Tensors;
using System.Runtime.Intrinsics;

namespace OmenDb.DiskAnn.Distance;

/// <summary>
/// Turns a caller's vector into the padded row that kernels compare, and a kernel's score into the caller's distance.
/// Rows are compared by squared Euclidean distance in every metric: cosine rows are normalised, inner product rows carry one more
/// element that makes all norms equal (Bachrach et al., "Speeding up the Xbox recommender system", RecSys 2014, section 4).
/// </summary>
internal sealed class RowEncoder(DistanceMetric metric, int dimensions)
{
    /// <summary>Rows are padded with zeros to a multiple of this many floats: one 64-byte line.</summary>
    public const int Lanes = 16;

    /// <summary>The norm that a vector has at most where it counts: squares of distances, and products, are floats then.</summary>
    public const double LongestNorm = 1e18;

    public DistanceMetric Metric { get; } = metric;

    public int Dimensions { get; } = dimensions;

    /// <summary>Floats in a row before the padding.</summary>
    public int UsedLength { get; } = dimensions + (metric == DistanceMetric.InnerProduct ? 1 : 0);

    /// <summary>Floats in a padded row.</summary>
    public int RowLength => (UsedLength + Lanes - 1) / Lanes * Lanes;

    /// <summary>Whether rows carry the element that makes their norms equal.</summary>
    public bool IsAugmented => Metric == DistanceMetric.InnerProduct;

    /// <summary>The square of the norm that all augmented rows have.</summary>
    public double SquaredRadius { get; set; }

    /// <summary>Refuses what no row can be made of.</summary>
    /// <param name="vector">A vector of the right length.</param>
    /// <param name="parameter">The caller's parameter, for the message.</param>
    /// <param name="position">The vector's place in its batch, or -1.</param>
    /// <exception cref="ArgumentException">The vector has a NaN or infinite element, is zero under cosine, or too long for another metric.</exception>
    public void Validate(ReadOnlySpan<float> vector, string parameter, int position = -1)
    {
        // A finite sum of magnitudes proves every element finite; only a doubtful one is looked at element by element.
        var sum = TensorPrimitives.SumOfMagnitudes(vector);
        if (!float.IsFinite(sum))
        {
            for (var i = 0; i < vector.Length; i++)
            {
                if (!float.IsFinite(vector[i]))
                    throw new ArgumentException($"Element {i} of {Name(position)} is {vector[i]}; every element must be finite.", parameter);
            }
        }

        if (Metric == DistanceMetric.Cosine && sum == 0)
            throw new ArgumentException($"{Name(position)} is zero; a zero vector has no direction, which the cosine metric needs.", parameter);
        if (Metric != DistanceMetric.Cosine && !(sum <= LongestNorm) && Math.Sqrt(SquaredNorm(vector)) is > LongestNorm and var norm)
            throw new ArgumentException($"{Name(position)} has the norm {norm:G3}; by Euclidean distance or inner product norms are compared up to {LongestNorm:G3}.", parameter);
    }

    /// <summary>Writes the row of a stored vector.</summary>
    public void EncodeRow(ReadOnlySpan<float> vector, Span<float> row)
    {
        Encode(vector, row);
        if (IsAugmented)
            row[Dimensions] = Augmentation(row);
    }

    /// <summary>Writes the row of a query: as a stored one, but with a zero for the added element.</summary>
    public void EncodeQuery(ReadOnlySpan<float> vector, Span<float> row) => Encode(vector, row);

    /// <summary>The element that fills the row's norm up to the common radius.</summary>
    public float Augmentation(ReadOnlySpan<float> row) =>
        (float)Math.Sqrt(Math.Max(0, SquaredRadius - SquaredNorm(row[..Dimensions])));

    public static double SquaredNorm(ReadOnlySpan<float> vector)
    {
        Vector512<double> sums = default;
        var i = 0;
        for (; i <= vector.Length - Vector512<float>.Count; i += Vector512<float>.Count)
        {
            var (low, high) = Vector512.Widen(Vector512.Create(vector[i..]));
            sums += (low * low) + (high * high);
        }

        var sum = Vector512.Sum(sums);
        foreach (var element in vector[i..])
            sum += (double)element * element;
        return sum;
    }

    /// <summary>Multiplies a vector: by a double where a float would take its direction, when it is huge or tiny.</summary>
    public static void Scale(ReadOnlySpan<float> vector, double scale, Span<float> scaled)
    {
        if (float.IsNormal((float)scale))
        {
            TensorPrimitives.Multiply(vector, (float)scale, scaled);
            return;
        }

        for (var i = 0; i < vector.Length; i++)
            scaled[i] = (float)(vector[i] * scale);
    }

    /// <summary>The caller's distance for a query's score.</summary>
    public float ToDistance(float score) => Metric switch
    {
        DistanceMetric.Euclidean => MathF.Sqrt(score),
        DistanceMetric.Cosine => score * 0.5f, // |a - b|^2 = 2 - 2 cos for unit vectors, and exact where 1 - cos cancels
        _ => score,
    };

    /// <summary>The caller's distance that a score stands for at least.</summary>
    public float ToLowerBound(float score) => ToDistance(IsAugmented ? score : MathF.Max(0, score));

    private static string Name(int position) => position < 0 ? "the vector" : $"vector {position} of the batch";

    private void Encode(ReadOnlySpan<float> vector, Span<float> row)
    {
        if (Metric == DistanceMetric.Cosine)
        {
            Scale(vector, 1 / Math.Sqrt(SquaredNorm(vector)), row);
            vector = row[..vector.Length];
        }

        TensorPrimitives.Add(vector, 0f, row); // turns -0 into 0, so that equal vectors have equal bytes
        row[vector.Length..].Clear();
    }
}
