using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Moving.Internal;

/// <summary>Checks that two stores with the same rows find the same: the ten nearest of a sample of rows. Distances are compared, not rows, since equally near ones may come in any order.</summary>
internal static class SearchComparison
{
    private const int Samples = 20;
    private const int K = 10;
    private const double Tolerance = 1e-4;

    // Both searches are approximate, and each may miss a few in a hundred.
    private const double Least = 0.9;

    private static readonly MethodInfo Typed = typeof(SearchComparison).GetMethod(nameof(CompareAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static Task RunAsync(DbContext source, DbContext target, IProperty vector, CancellationToken cancellationToken)
        => vector.DeclaringType is IEntityType entityType && !entityType.IsOwned() && !entityType.HasSharedClrType
            ? (Task)Typed.MakeGenericMethod(entityType.ClrType, vector.ClrType).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [source, target, vector, cancellationToken], null)!
            : Task.CompletedTask;

    private static async Task CompareAsync<T, TVector>(DbContext source, DbContext target, IProperty vector, CancellationToken cancellationToken)
        where T : class
    {
        var entity = Expression.Parameter(typeof(T), "a");
        var selector = Expression.Lambda<Func<T, TVector>>(
            Expression.Call(typeof(EF), nameof(EF.Property), [typeof(TVector)], entity, Expression.Constant(vector.Name)), entity);
        var (same, all) = (0, 0);
        foreach (var sample in await source.Set<T>().IgnoreQueryFilters().Select(selector).Take(2 * Samples).ToListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (sample is null || all >= Samples * K)
                continue;
            var query = VectorGuard.AsSpan(sample).ToArray();
            if (VectorGuard.Problem(query, vector.GetDimensions()!.Value, vector.GetIndexMetric()) is not null)
                continue; // damaged in the source: no index has it
            var wanted = await DistancesAsync(source, selector, query, cancellationToken).ConfigureAwait(false);
            var found = await DistancesAsync(target, selector, query, cancellationToken).ConfigureAwait(false);
            all += wanted.Count;
            same += wanted.Zip(found).Count(d => Math.Abs(d.First - d.Second) <= Tolerance * (1 + Math.Abs(d.First)));
        }

        if (same < Least * all)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture,
                $"All rows are copied, but searches by '{vector.DisplayName()}' differ: {same} of {all} neighbours are as near in the target as in the source. Rebuild the index of the target, then copy again, which compares."));
        }
    }

    private static Task<List<double>> DistancesAsync<T, TVector>(DbContext context, Expression<Func<T, TVector>> vector, float[] query, CancellationToken cancellationToken)
        where T : class
        => context.Set<T>().IgnoreQueryFilters().NearestTo(vector, query, K, (_, distance) => distance).ToListAsync(cancellationToken);
}
