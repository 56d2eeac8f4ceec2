using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Update;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Infrastructure.Internal;

/// <summary>Refuses bad vectors in <c>SaveChanges</c> before the first statement runs: here, every interceptor of the application has set what it sets, and changes are detected.</summary>
internal sealed class GuardedDatabase(DatabaseDependencies dependencies, RelationalDatabaseDependencies relationalDependencies)
    : RelationalDatabase(dependencies, relationalDependencies)
{
    public override int SaveChanges(IList<IUpdateEntry> entries)
    {
        Check(entries);
        return base.SaveChanges(entries);
    }

    public override Task<int> SaveChangesAsync(IList<IUpdateEntry> entries, CancellationToken cancellationToken = default)
    {
        Check(entries);
        return base.SaveChangesAsync(entries, cancellationToken);
    }

    private static void Check(IList<IUpdateEntry> entries)
    {
        if (entries is not [{ EntityType.Model: var model }, ..] || VectorModel.For(model) is not { HasVectors: true } vectors)
            return;
        var isRequired = false;
        foreach (var entry in entries)
        {
            if (entry.EntityState is not (EntityState.Added or EntityState.Modified))
                continue;
            foreach (var (vector, parts) in vectors.VectorsOf(entry.EntityType))
            {
                if (VectorModel.Entry(entry.ToEntityEntry(), vector, parts) is not { } value || (entry.EntityState != EntityState.Added && !value.IsModified))
                    continue;
                VectorGuard.Check(vector, value.CurrentValue);
                if (!isRequired)
                    value.EntityEntry.Context.GetVectorStore().RequireConnection();
                isRequired = true;
            }
        }
    }
}
