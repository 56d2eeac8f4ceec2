namespace OmenDb.DiskAnn;

/// <summary>How the distance between two vectors is measured. Smaller is nearer, whatever the metric.</summary>
public enum DistanceMetric
{
    /// <summary><c>1 - cos(a, b)</c>: 0 for the same direction, 2 for opposite ones. Zero vectors are refused.</summary>
    Cosine,

    /// <summary>The root of the sum of squared differences. Vectors with a norm above 1e18 are refused; distances below 1e-18 may count as 0.</summary>
    Euclidean,

    /// <summary>The negative dot product. Vectors with a norm above 1e18 are refused; products below 1e-36 may count as 0.</summary>
    InnerProduct,
}
