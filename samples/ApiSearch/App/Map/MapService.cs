using ApiSearch.Data;
using ApiSearch.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace ApiSearch.Map;

/// <summary>Draws the map once for each ingestion, in the background, when nothing else is to be done.</summary>
public sealed partial class MapService(
    IDbContextFactory<ApiSearchContext> contexts, IngestionProgress progress, ILogger<MapService> logger) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!progress.IsReady)
                await Task.Delay(Pause, stoppingToken);
            await using var db = await contexts.CreateDbContextAsync(stoppingToken);
            var of = await db.Ingestions.Select(i => i.CompletedAt!.Value).SingleAsync(stoppingToken);
            if (await db.Maps.AnyAsync(map => map.Of == of, stoppingToken))
                return;

            // The index comes first: it makes searches fast.
            while ((await db.Database.VectorIndex<ApiMember>(m => m.Embedding).GetStatisticsAsync(stoppingToken)).Pending > 0)
                await Task.Delay(Pause, stoppingToken);
            var points = await DrawAsync(db, stoppingToken);
            await db.Maps.ExecuteDeleteAsync(stoppingToken);
            db.Maps.Add(new MapRecord { Of = of, Points = points });
            await db.SaveChangesAsync(stoppingToken);
            LogDrawn();
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The next start draws it.
        }
        catch (Exception exception)
        {
            // Searches need no map.
            LogFailed(exception);
        }
    }

    private static async Task<byte[]> DrawAsync(ApiSearchContext db, CancellationToken cancellationToken)
    {
        var entries = await db.Members.Where(m => m.Embedding != null).Select(m => new { m.Id, m.Assembly, m.Embedding }).ToListAsync(cancellationToken);
        var places = LandmarkLayout.Compute([.. entries.Select(e => e.Embedding!.Value)], cancellationToken);
        return MapPoints.Pack([.. entries.Select(e => (e.Id, e.Assembly))], places);
    }

    [LoggerMessage(LogLevel.Information, "The map is drawn.")]
    private partial void LogDrawn();

    [LoggerMessage(LogLevel.Error, "The map could not be drawn")]
    private partial void LogFailed(Exception exception);
}
