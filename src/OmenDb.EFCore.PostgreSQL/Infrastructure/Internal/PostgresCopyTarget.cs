using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Moving.Internal;
using OmenDb.EFCore.PostgreSQL.Metadata.Internal;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

/// <summary>How rows are copied into PostgreSQL, whose sequences know nothing of them.</summary>
internal sealed class PostgresCopyTarget(ICurrentDbContext currentContext) : ICopyTarget
{
    // Some types cannot be compared, and some collations take different texts for equal.
    public string Exactly(string column) => $"{column}::text COLLATE \"C\"";

    public string KeepingKeys => "OVERRIDING SYSTEM VALUE ";

    public async Task FinishAsync(CancellationToken cancellationToken)
    {
        var context = currentContext.Context;
        var sql = context.GetService<ISqlGenerationHelper>();
        foreach (var table in context.Model.GetRelationalModel().Tables)
        {
            var name = sql.DelimitIdentifier(table.Name, table.Schema);
            foreach (var (column, sequence) in KeySequence.Of(table, sql))
            {
                // Forwards only: another table may take its keys from there, too.
                var setNext = $"""
                    SELECT setval(s.seqrelid::regclass, m.last) FROM pg_sequence AS s, (SELECT max({sql.DelimitIdentifier(column.Name)})::bigint AS last FROM {name}) AS m
                    WHERE s.seqrelid = ({sequence})::regclass AND m.last >= coalesce(pg_sequence_last_value(s.seqrelid) + s.seqincrement, s.seqstart)
                    """;
                await context.Database.ExecuteSqlRawAsync(setNext, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
