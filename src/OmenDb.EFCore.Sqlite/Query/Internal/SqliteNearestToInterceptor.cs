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

/// <summary>Turns <c>NearestTo</c> into a join with the virtual table, or, without an index, into an ordering by distance.</summary>
internal sealed class SqliteNearestToInterceptor : NearestToInterceptor
{
    private static readonly MethodInfo IndexedDefinition =
        typeof(IndexedSearch).GetMethod(nameof(IndexedSearch.Rewrite))!;

    private static readonly MethodInfo UnindexedDefinition =
        typeof(UnindexedSearch).GetMethod(nameof(UnindexedSearch.Rewrite))!;

    protected override Expression Rewrite(NearestToCall call)
    {
        var result = call.ResultSelector?.ReturnType ?? call.ElementType;
        if (SqliteVectorModel.For(call.Context.Model).Indexes.TryGetValue(call.Vector, out var index))
            return Invoke(IndexedDefinition.MakeGenericMethod(call.ElementType, result), call, index.Definition, index.Ledger);
        if (call.Vector.GetTypeMapping() is not Storage.Internal.VectorTypeMapping)
            throw new InvalidOperationException($"'{call.Vector.DisplayName()}' is not a vector. Mark it with [Vector(n)] or IsVector(n).");

        ((IInfrastructure<IServiceProvider>)call.Context).Instance.GetRequiredService<IDiagnosticsLogger<DbLoggerCategory.Query>>()
            .LogVectorEvent(
                OmenDbEventId.VectorSearchWithoutIndex, LogLevel.Warning,
                $"A search by '{call.Vector.DisplayName()}' compares every row, because the property has no vector index. Declare one with HasVectorIndex or [VectorIndex].");
        return Invoke(UnindexedDefinition.MakeGenericMethod(call.ElementType, result, call.Vector.ClrType), call);
    }

    private static Expression Invoke(MethodInfo method, params object[] arguments)
        => (Expression)method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!;
}
