using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.DependencyInjection;
using OmenDb.EFCore.Infrastructure.Internal;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Query.Internal;
using OmenDb.EFCore.Sqlite.Infrastructure.Internal;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Turns a search into a join with the virtual table, or, without an index that knows the rows, into a comparison of every row.</summary>
internal sealed class SqliteVectorSearchInterceptor : VectorSearchInterceptor
{
    private static readonly MethodInfo Nearest = typeof(IndexedSearch).GetMethod(nameof(IndexedSearch.Nearest))!;
    private static readonly MethodInfo Within = typeof(IndexedSearch).GetMethod(nameof(IndexedSearch.Within))!;
    private static readonly MethodInfo OnlySound = typeof(SoundRows).GetMethod(nameof(SoundRows.Only))!;
    private static readonly MethodInfo SoundWithin = typeof(SoundRows).GetMethod(nameof(SoundRows.Within))!;
    private static readonly MethodInfo ForEach = typeof(IndexedSearch).GetMethod(nameof(IndexedSearch.ForEach))!;
    private static readonly MethodInfo Apart = typeof(IndexedSearch).GetMethod(nameof(IndexedSearch.Apart))!;

    protected override Expression Rewrite(NearestToCall call)
        => FindIndex(call) is not { } index ? RewriteUnindexed(Sound(call))
            : IsFound(call) ? RewriteExact(Sound(call))
            : Invoke(Nearest.MakeGenericMethod(call.ElementType, call.ResultType), call, index);

    protected override Expression Rewrite(WithinDistanceCall call)
        => FindIndex(call) is not { } index ? Compared(call, isIndexed: false)
            : IsFound(call) || OuterRowFinder.IsIn(call.Source) ? Compared(call, isIndexed: true)
            : Invoke(Within.MakeGenericMethod(call.ElementType), call, index);

    // EF Core refuses to order by these on SQLite, whose order of what is stored is another.
    protected override bool CanOrderBy(IProperty key)
        => (key.GetTypeMapping().Converter?.ProviderClrType ?? key.ClrType) is var type && type != typeof(ulong) && type != typeof(DateTimeOffset) && type != typeof(TimeSpan);

    protected override Expression RewriteIncluded(WithinDistanceCall call) => Compared(call, isIndexed: FindIndex(call) is not null);

    protected override Expression? Rewrite(ForEachCall call)
    {
        if (FindIndex(call.Search) is not { } index)
            return null;
        // At run time, a vector that cannot be compared is a damaged row's.
        if (VectorSelector.TryFind(call.Search.Context.Model, call.Row, call.Search.Query) is { } other && other.GetDimensions() is { } dimensions && dimensions != index.Definition.Dimensions)
        {
            throw new InvalidOperationException(
                $"'{index.Definition.DisplayName}' cannot be searched by '{other.DisplayName()}': its vectors have {index.Definition.Dimensions:N0} elements, those of the other {dimensions:N0}.");
        }

        return Invoke(ForEach.MakeGenericMethod(call.Row.Type, call.Search.ElementType, call.Search.ResultType, call.ResultSelector?.ReturnType ?? call.Search.ResultType), call, index);
    }

    // EF Core would write UPDATE ... FROM omen_nearest, where SQLite sees none of its hidden columns.
    protected override Expression RewriteUpdated(Expression source)
        => JoinedSearchFinder.IsIn(source) ? Invoke(Apart.MakeGenericMethod(source.Type.GetGenericArguments()[0]), source) : source;

    // What a search found are few rows, and the index would be asked for each.
    private static bool IsFound(VectorSearchCall call) => SearchedSource.Of(call.Source, call.EntityType).IsFound;

    private static NearestToCall Sound(NearestToCall call) => (NearestToCall)OnlySound.MakeGenericMethod(call.ElementType).Invoke(null, [call])!;

    private static Expression Compared(WithinDistanceCall call, bool isIndexed)
    {
        if (!isIndexed)
            WarnOfNoIndex(call);
        return Invoke(SoundWithin.MakeGenericMethod(call.ElementType), call);
    }

    private static SqliteVectorIndexMetadata? FindIndex(VectorSearchCall call)
    {
        RequireConnection(call.Context);
        return SqliteVectorModel.For(call.Context.Model).Indexes.TryGetValue(call.Vector.Property, out var index)
            ? call.EntityType.FindOwnership() is null ? SearchedSource.Of(call.Source, call.EntityType).IsSql ? null : index : throw AmongParts(call)
            : call.Vector.Property.GetTypeMapping() is Storage.Internal.VectorTypeMapping
                ? null
                : throw new InvalidOperationException($"'{call.Vector.Property.DisplayName()}' is not a vector. Mark it with [Vector(n)] or IsVector(n).");
    }

    private static InvalidOperationException AmongParts(VectorSearchCall call)
    {
        var (owner, path) = (call.EntityType, call.Vector.Property.Name);
        while (owner.FindOwnership() is { } ownership)
            (owner, path) = (ownership.PrincipalEntityType, $"{ownership.PrincipalToDependent?.Name}.{path}");
        return new InvalidOperationException(
            $"'{call.Vector.Property.DisplayName()}' is searched in '{owner.DisplayName()}', which owns it, not among selected parts: write NearestTo(x => x.{path}, ...) there, conditions before it and Select after it.");
    }

    // It is where SQLite learns what a search is.
    private static void RequireConnection(DbContext context)
    {
        var connection = ((IInfrastructure<IServiceProvider>)context).Instance.GetRequiredService<IRelationalConnection>();
        if (connection is not SqliteVectorConnection)
        {
            throw new InvalidOperationException(
                $"'{context.GetType().Name}' cannot search: its ISqliteRelationalConnection was replaced by {connection.GetType().FullName}, and UseOmenDb() needs its own. Leave that service to UseOmenDb().");
        }
    }
}
