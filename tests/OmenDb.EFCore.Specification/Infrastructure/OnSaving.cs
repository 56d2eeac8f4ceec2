using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>What an application does in an interceptor of its own before its changes are saved, such as embedding them.</summary>
public sealed class OnSaving(Action<DbContext> action) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        action(eventData.Context!);
        return result;
    }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        await Task.Yield(); // asks a model
        action(eventData.Context!);
        return result;
    }
}
