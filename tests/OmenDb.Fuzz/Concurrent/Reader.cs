using System.Numerics.Tensors;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OmenDb.Fuzz.Model;

namespace OmenDb.Fuzz.Concurrent;

/// <summary>Searches inside a transaction, some of them long, then reads every row that the same transaction sees, and compares.</summary>
internal sealed class Reader(IDbContextFactory<ItemContext> contexts, Tally tally, int seed) : ItemThread(contexts, tally, seed)
{
    private const int K = 10;

    protected override async Task StepAsync(ItemContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        var connection = (SqliteConnection)db.Database.GetDbConnection();
        await using var transaction = connection.BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, cancellationToken);
        if (Random.Next(4) == 0)
            await LastRowsStayAsync(db, cancellationToken);
        var query = Vector();
        var writer = Random.Next(4);
        var isFiltered = Random.Next(3) == 0;
        var source = isFiltered ? db.Items.Where(i => i.Writer == writer) : db.Items;
        var found = await source.NearestTo(i => i.Vector, query, K, (i, distance) => new { i.Id, distance }).ToListAsync(cancellationToken);
        var rows = await db.Items.AsNoTracking().Where(i => i.Vector != null && (!isFiltered || i.Writer == writer)).ToDictionaryAsync(i => i.Id, i => i.Vector!, cancellationToken);
        Tally.Count("searches");

        var exact = rows.Values.Select(v => TensorPrimitives.Distance<float>(v, query)).Order().Take(K).ToArray();
        if (found.Count != exact.Length)
            Tally.Report($"{found.Count} rows came where {exact.Length} are");
        if (found.Select(f => f.Id).Distinct().Count() != found.Count)
            Tally.Report("a row came twice");
        for (var i = 0; i < found.Count; i++)
        {
            if (!rows.TryGetValue(found[i].Id, out var vector))
                Tally.Report($"row {found[i].Id} is not in the transaction");
            else if (Math.Abs(TensorPrimitives.Distance<float>(vector, query) - found[i].distance) > 1e-4)
                Tally.Report($"row {found[i].Id} is at {TensorPrimitives.Distance<float>(vector, query)}, not {found[i].distance}");
            if (i > 0 && found[i].distance < found[i - 1].distance)
                Tally.Report("a nearer row came later");
        }

        if (isFiltered)
            await LabelsAreRightAsync(db, cancellationToken);
        if (exact.Length > 0)
            Tally.Found(found.Count(f => f.distance <= exact[^1] + 1e-5), exact.Length);
    }

    // What memory says of a key is what the transaction sees.
    private async Task LabelsAreRightAsync(ItemContext db, CancellationToken cancellationToken)
    {
        var wrong = await db.Database.SqlQuery<int>($"SELECT count(*) AS Value FROM Items_Vector_Ledger WHERE omen_label('Items.Vector', Id) <> Label").SingleAsync(cancellationToken);
        Tally.Count("comparisons of labels");
        if (wrong > 0)
            Tally.Report($"{wrong} keys have another label than memory says");
    }

    // The last rows of the transaction are changed and deleted elsewhere, some before they are indexed: for it, they are all there.
    private async Task LastRowsStayAsync(ItemContext db, CancellationToken cancellationToken)
    {
        var last = await db.Items.Where(i => i.Vector != null).OrderByDescending(i => i.Id).Select(i => i.Id).Take(30).ToListAsync(cancellationToken);
        for (var i = 0; i < 5; i++)
        {
            await Task.Delay(Random.Next(50), CancellationToken.None);
            var found = await db.Items.Where(i => last.Contains(i.Id)).NearestTo(i => i.Vector, Vector(), last.Count + 1).Select(i => i.Id).ToListAsync(cancellationToken);
            Tally.Count("searches for the last rows");
            if (!found.Order().SequenceEqual(last.Order()))
                Tally.Report($"of the last {last.Count} rows of a transaction, {last.Except(found).Count()} were not found, and {found.Count - found.Distinct().Count()} twice");
        }
    }
}
