namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>Functions that stand in rewritten queries only; <see cref="VectorMethodCallTranslatorPlugin"/> turns them into SQL.</summary>
internal static class SearchFunctions
{
    /// <summary>The distance as the index orders by it: an operator between the column as it is and the query in the column's type.</summary>
    public static double Order<TVector, TQuery>(VectorMetric metric, TVector vector, TQuery query) => throw Untranslated();

    /// <summary>A limit of rows, refused below one.</summary>
    public static int AtLeastOne(int k) => throw Untranslated();

    private static InvalidOperationException Untranslated() => new("This method stands for SQL and cannot be called.");
}
