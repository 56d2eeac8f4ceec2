using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>Refuses bad vectors in <c>SaveChanges</c> before the first statement runs.</summary>
internal sealed class VectorSaveChangesInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Check(DbContext? context)
    {
        if (context is null || VectorModel.For(context.Model) is not { HasVectors: true } vectors)
            return;
        foreach (var entry in context.ChangeTracker.Entries())
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified))
                continue;
            foreach (var (vector, parts) in vectors.VectorsOf(entry.Metadata))
            {
                var value = VectorModel.Entry(entry, vector, parts);
                if (entry.State == EntityState.Added || value.IsModified)
                    VectorGuard.Check(vector, value.CurrentValue);
            }
        }
    }
}
