namespace OmenDb.EFCore;

/// <summary>
/// Marks a property as a vector: <c>ReadOnlyMemory&lt;float&gt;</c>, <c>Memory&lt;float&gt;</c> or <c>float[]</c>, nullable or not; or the same of <see cref="Half"/>,
/// which is stored in half the bytes.
/// </summary>
/// <param name="dimensions">Elements per vector, 1 to 16,000.</param>
/// <example><code>
/// [Vector(384)]
/// public ReadOnlyMemory&lt;float&gt; Embedding { get; set; }
/// </code></example>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class VectorAttribute(int dimensions) : Attribute
{
    /// <summary>Elements per vector.</summary>
    public int Dimensions { get; } = dimensions;
}
