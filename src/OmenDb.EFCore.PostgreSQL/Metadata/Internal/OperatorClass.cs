namespace OmenDb.EFCore.PostgreSQL.Metadata.Internal;

/// <summary>pgvector's operators and operator classes.</summary>
internal static class OperatorClass
{
    /// <summary>The operator that gives a distance by a metric.</summary>
    public static string Operator(VectorMetric metric) => metric switch
    {
        VectorMetric.Cosine => "<=>",
        VectorMetric.Euclidean => "<->",
        VectorMetric.InnerProduct => "<#>",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "Use Cosine, Euclidean or InnerProduct."),
    };

    /// <summary>What an index on a column must be declared with, so that it serves that operator.</summary>
    public static string Name(VectorMetric metric, bool isHalf) => (isHalf ? "halfvec" : "vector") + metric switch
    {
        VectorMetric.Cosine => "_cosine_ops",
        VectorMetric.Euclidean => "_l2_ops",
        VectorMetric.InnerProduct => "_ip_ops",
        _ => throw new ArgumentOutOfRangeException(nameof(metric), metric, "Use Cosine, Euclidean or InnerProduct."),
    };
}
