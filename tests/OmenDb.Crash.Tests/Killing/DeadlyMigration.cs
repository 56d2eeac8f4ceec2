using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OmenDb.Crash.Tests.Killing;

/// <summary>A chance to die before each command of a migration.</summary>
internal sealed class DeadlyMigration(Executioner executioner) : DbCommandInterceptor
{
    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (eventData.CommandSource == CommandSource.Migrations)
            executioner.At(KillPoint.MidMigration);
        return base.NonQueryExecutingAsync(command, eventData, result, cancellationToken);
    }
}
