using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Diagnostics.Internal;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Query.Internal;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Turns a search into a join with the virtual table, or, without an index, into a comparison of every row.</summary>
internal sealed class SqliteVectorSearchInterceptor : VectorSearchInterceptor
{
    private static readonly MethodInfo Nearest = typeof(IndexedSearch).GetMethod(nameof(IndexedSearch.Nearest))!;
    private static readonly MethodInfo Within = typeof(IndexedSearch).GetMethod(nameof(IndexedSearch.Within))!;
    private static readonly MethodInfo ForEach = typeof(IndexedSearch).GetMethod(nameof(IndexedSearch.ForEach))!;
    private static readonly MethodInfo UnindexedNearest = typeof(UnindexedSearch).GetMethod(nameof(UnindexedSearch.Nearest))!;
    private static readonly MethodInfo UnindexedWithin = typeof(UnindexedSearch).GetMethod(nameof(UnindexedSearch.Within))!;

    protected override Expression Rewrite(NearestToCall call)
    {
        if (FindIndex(call) is { } index)
            return Invoke(Nearest.MakeGenericMethod(call.ElementType, call.ResultType), call, index);
        WarnOfNoIndex(call);
        return Invoke(UnindexedNearest.MakeGenericMethod(call.ElementType, call.ResultType), call);
    }

    protected override Expression Rewrite(WithinDistanceCall call)
    {
        if (FindIndex(call) is { } index)
            return Invoke(Within.MakeGenericMethod(call.ElementType), call, index);
        WarnOfNoIndex(call);
        return Invoke(UnindexedWithin.MakeGenericMethod(call.ElementType), call);
    }

    protected override Expression? Rewrite(ForEachCall call)
        => FindIndex(call.Search) is { } index
            ? Invoke(ForEach.MakeGenericMethod(call.Row.Type, call.Search.ElementType, call.Search.ResultType, call.ResultSelector?.ReturnType ?? call.Search.ResultType), call, index)
            : null;

    private static SqliteVectorIndexMetadata? FindIndex(VectorSearchCall call)
        => SqliteVectorModel.For(call.Context.Model).Indexes.TryGetValue(call.Vector.Property, out var index)
            ? index
            : call.Vector.Property.GetTypeMapping() is Storage.Internal.VectorTypeMapping
                ? null
                : throw new InvalidOperationException($"'{call.Vector.Property.DisplayName()}' is not a vector. Mark it with [Vector(n)] or IsVector(n).");

    private static void WarnOfNoIndex(VectorSearchCall call)
        => ((IInfrastructure<IServiceProvider>)call.Context).Instance.GetRequiredService<IDiagnosticsLogger<DbLoggerCategory.Query>>()
            .LogVectorEvent(
                OmenDbEventId.VectorSearchWithoutIndex, LogLevel.Warning,
                $"A search by '{call.Vector.Property.DisplayName()}' compares every row, because the property has no vector index. Declare one with HasVectorIndex or [VectorIndex].");

    private static Expression Invoke(MethodInfo method, params object[] arguments)
        => (Expression)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}
