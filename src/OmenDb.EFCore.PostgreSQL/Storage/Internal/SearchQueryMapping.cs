using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>The mappings of query vectors.</summary>
internal static class SearchQueryMapping
{
    private static readonly ConcurrentDictionary<(Type, string, int, VectorMetric), VectorTypeMapping> Mappings = new();

    /// <summary>The mapping of queries of a type to one vector: always the same, so that one parameter serves all of a statement.</summary>
    public static VectorTypeMapping Of(Type type, string vector, int dimensions, VectorMetric metric)
        => Mappings.GetOrAdd((type, vector, dimensions, metric), static key =>
        {
            var converter = (ValueConverter)Activator.CreateInstance(typeof(SearchQueryConverter<>).MakeGenericType(key.Item1), key.Item2, key.Item3, key.Item4)!;
            return VectorTypeMapping.Find(key.Item1)!.ForQueriesOf(key.Item2, converter);
        });
}
