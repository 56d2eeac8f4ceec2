using Microsoft.EntityFrameworkCore.Diagnostics;
using OmenDb.EFCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Functions on vectors, for use inside LINQ queries.</summary>
public static class VectorDbFunctionsExtensions
{
    /// <summary>The exact distance between two vectors, computed by the database. <c>NULL</c> when either is.</summary>
    /// <typeparam name="TVector">The type of both vectors.</typeparam>
    /// <param name="functions"><c>EF.Functions</c>.</param>
    /// <param name="metric">The distance; a constant.</param>
    /// <param name="a">A vector property, or a vector of as many elements.</param>
    /// <param name="b">Another.</param>
    /// <returns>The distance in the metric's unit: 0 to 2 for cosine, 0 and more for Euclidean, the negative product for inner product. Smaller is nearer.</returns>
    /// <exception cref="ArgumentException">When the query runs: a vector that is given, to be compared with a property, has another length, holds NaN or infinity, or is zero under cosine.</exception>
    /// <exception cref="InvalidOperationException">Called outside a LINQ query.</exception>
    /// <example><code>
    /// db.Articles.Where(a =&gt; EF.Functions.VectorDistance(VectorMetric.Cosine, a.Embedding, query) &lt; 0.3)
    /// </code></example>
    public static double VectorDistance<TVector>(this DbFunctions functions, VectorMetric metric, TVector a, TVector b)
        => throw new InvalidOperationException(CoreStrings.FunctionOnClient(nameof(VectorDistance)));
}
