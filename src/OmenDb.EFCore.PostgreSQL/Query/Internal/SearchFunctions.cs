using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>A function that stands in rewritten queries only; <see cref="VectorMethodCallTranslatorPlugin"/> turns it into SQL.</summary>
internal static class SearchFunctions
{
    /// <summary>The distance as the index orders by it: an operator between the column as it is and the query in the column's type.</summary>
    public static double Order<TVector, TQuery>(VectorMetric metric, TVector vector, TQuery query) => throw StandIn.Called();

    /// <summary>How many rows that pass a filter are taken from the index for k: those come nearly, not quite, in order, and the first k are not the nearest.</summary>
    public static int AmongFiltered(int k) => throw StandIn.Called();

    /// <summary>The same of a table without a filter that the query knows: as many more as this SQL says.</summary>
    public static int AmongVisible(int k, string spare) => throw StandIn.Called();
}
