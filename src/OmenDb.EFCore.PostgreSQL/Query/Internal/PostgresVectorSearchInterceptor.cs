using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.PostgreSQL.Storage.Internal;
using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>Turns a search into an order by distance with a limit, which an hnsw index serves. A range is compared row by row: no index of pgvector serves it.</summary>
internal sealed class PostgresVectorSearchInterceptor : VectorSearchInterceptor
{
    private static readonly MethodInfo Nearest = typeof(IndexedSearch).GetMethod(nameof(IndexedSearch.Nearest))!;

    private static readonly MethodInfo Compared = typeof(IndexedSearch).GetMethod(nameof(IndexedSearch.Compared))!;

    protected override Expression Rewrite(NearestToCall call)
    {
        if (MetricOf(call.Vector.Property) is { } metric)
            return Invoke(Nearest.MakeGenericMethod(call.ElementType, call.ResultType), call, metric);
        WarnOfNoIndex(call);
        return Invoke(Compared.MakeGenericMethod(call.ElementType, call.ResultType), call);
    }

    protected override Expression Rewrite(WithinDistanceCall call)
        => MetricOf(call.Vector.Property) is { } metric
            ? RewriteExact(call, metric)
            : RewriteUnindexed(call);

    protected override bool IsRounded(IProperty vector) => vector.GetIndexMetric() is not null && vector.IsHalf();

    private static VectorMetric? MetricOf(IProperty vector)
        => vector.GetTypeMapping() is VectorTypeMapping
            ? vector.GetIndexMetric()
            : throw new InvalidOperationException($"'{vector.DisplayName()}' is not a vector. Mark it with [Vector(n)] or IsVector(n).");
}
