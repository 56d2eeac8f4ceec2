namespace OmenDb.EFCore;

/// <summary>How the distance between two vectors is measured. Smaller is nearer, whatever the metric.</summary>
public enum VectorMetric
{
    /// <summary><c>1 - cos(a, b)</c>: 0 for the same direction, 2 for opposite ones. A zero vector has no direction and is refused.</summary>
    Cosine,

    /// <summary>The root of the sum of squared differences. An index refuses vectors with a norm above 1e18, and may take distances below 1e-18 for 0.</summary>
    Euclidean,

    /// <summary>The negative dot product, so that a larger product is nearer. An index refuses vectors with a norm above 1e18, and may take products below 1e-36 for 0.</summary>
    InnerProduct,
}
