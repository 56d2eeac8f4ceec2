namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>A function that stands in rewritten queries only; <see cref="VectorMethodCallTranslatorPlugin"/> turns it into SQL.</summary>
internal static class SearchFunctions
{
    /// <summary>The distance as the index orders by it: an operator between the column as it is and the query in the column's type.</summary>
    public static double Order<TVector, TQuery>(VectorMetric metric, TVector vector, TQuery query) => throw new InvalidOperationException("This method stands for SQL and cannot be called.");
}
