using Microsoft.Data.Sqlite;
using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Infrastructure.Internal;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Compares an index with the rows that one connection sees. Changes nothing.</summary>
internal static class Verification
{
    public static VectorIndexVerification Run(LiveIndex index, SqliteConnection connection, CancellationToken cancellationToken)
    {
        var sql = index.Definition.Sql;
        var problems = new List<string>();
        Report(SqliteVectorIndex.Count(connection, sql.CountUnlabelled), "rows have a vector that the ledger does not know");
        Report(SqliteVectorIndex.Count(connection, sql.CountDangling), "rows of the ledger name a row that is gone");

        using var rows = new VisibleRows(connection, index.Definition);
        var pointer = rows.ReadPointer();
        var view = index.Load(pointer).For(pointer);
        long seen = 0, found = 0, unsound = 0, lost = 0;
        string? first = null;
        using (var row = rows.ReadAfter(0))
        {
            while (row.MoveNext())
            {
                cancellationToken.ThrowIfCancellationRequested();
                seen++;
                if (index.Definition.Problem(row.Vector) is { } problem)
                {
                    unsound++;
                    first ??= $"the first has label {row.Label}: {problem}";
                }
                else if (view is null || row.Label > view.Applied || view.Graph.Contains(row.Label))
                {
                    found++;
                }
                else
                {
                    lost++;
                }
            }
        }

        Report(unsound, $"rows cannot be searched; {first}");
        try
        {
            view?.Graph.Verify();
        }
        catch (SnapshotFormatException e)
        {
            problems.Add($"{e.Message} RebuildAsync writes it again.");
        }

        Report(lost, "rows are missing from the index; RebuildAsync puts them back");
        return new VectorIndexVerification(seen, found, problems);

        void Report(long count, string what)
        {
            if (count > 0)
                problems.Add($"{count:N0} {what}.");
        }
    }
}
