using System.Linq.Expressions;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>SQL may have put anything into a vector's column. A search without an index leaves out what is no vector, as the index does.</summary>
internal static class SoundRows
{
    /// <summary>The call, over those rows of its source whose vector can be compared.</summary>
    public static NearestToCall Only<T>(NearestToCall call)
    {
        var item = Expression.Parameter(typeof(T), "a");
        return call with { Source = LinqCall.Where(call.Source, Expression.Lambda<Func<T, bool>>(IsSound(call, item), item)) };
    }

    /// <summary>The rows within a distance.</summary>
    public static Expression Within<T>(WithinDistanceCall call)
    {
        var item = Expression.Parameter(typeof(T), "a");
        return LinqCall.Where(call.Source, DistanceCall.IsWithin<T>(call.Vector.Property.GetIndexMetric() ?? VectorMetric.Cosine, call, item, item, IsSound(call, item)));
    }

    private static MethodCallExpression IsSound(VectorSearchCall call, ParameterExpression item)
    {
        var vector = call.Vector.Of(item);
        return Expression.Call(
            typeof(NearestFunctions), nameof(NearestFunctions.IsSound), [vector.Type], vector, Expression.Constant(call.Vector.Property.GetDimensions() ?? 0));
    }
}
