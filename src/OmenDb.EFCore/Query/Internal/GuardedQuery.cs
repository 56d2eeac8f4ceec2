using System.Linq.Expressions;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>What a search is given, with the check that it fits, as expressions that a provider translates; a query vector by <see cref="GuardedQueryTranslator{TMapping}"/>. <see cref="GuardedQueryConverter{T}"/> is its check.</summary>
internal static class GuardedQuery
{
    /// <summary>The query itself. Stands in rewritten queries only.</summary>
    public static TQuery Guarded<TQuery>(TQuery query, string vector, int dimensions, VectorMetric metric, bool isRounded)
        => throw StandIn.Called();

    /// <summary>Whether there is a query: a row of another query may have no vector, and has no nearest rows then. Stands in rewritten queries only.</summary>
    public static bool IsPresent<TQuery>(TQuery query, VectorMetric metric, bool isRounded) => throw StandIn.Called();

    /// <summary>The same of a search's query.</summary>
    public static MethodCallExpression IsPresent(VectorSearchCall call)
        => Expression.Call(typeof(GuardedQuery), nameof(IsPresent), [call.Query.Type], call.Query, Metric(call), Expression.Constant(call.IsRounded));

    /// <summary>The search's query; of any length where the vector's is not known.</summary>
    public static MethodCallExpression Of(VectorSearchCall call)
    {
        var vector = call.Vector.Property;
        return Expression.Call(
            typeof(GuardedQuery), nameof(Guarded), [call.Query.Type],
            call.Query, Expression.Constant(vector.DisplayName()), Expression.Constant(vector.GetDimensions() ?? 0), Metric(call), Expression.Constant(call.IsRounded));
    }

    /// <summary>A limit of rows, refused below one: a compiled query shows it only when it runs. Stands in rewritten queries only.</summary>
    public static int AtLeastOne(int k) => throw StandIn.Called();

    /// <summary>A search's limit.</summary>
    public static MethodCallExpression Limit(NearestToCall call) => Expression.Call(typeof(GuardedQuery), nameof(AtLeastOne), null, call.K);

    private static ConstantExpression Metric(VectorSearchCall call) => Expression.Constant(call.Vector.Property.GetIndexMetric() ?? VectorMetric.Cosine);
}
