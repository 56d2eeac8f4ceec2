using System.Runtime.InteropServices;
using System.Text.Json;
using ApiSearch.Api;
using ApiSearch.Data;
using ApiSearch.Ingestion;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

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

public static class MapEndpoints
{
    public static void MapMapApi(this IEndpointRouteBuilder app)
        => app.MapGet("/api/map", MapAsync).AddEndpointFilter<SearchableFilter>()
            .WithSummary("A place in the plane for every member, as bytes; 204 while it is being computed.");

    private static async Task<Results<FileContentHttpResult, NoContent>> MapAsync(ApiSearchContext db, CancellationToken cancellationToken)
        => await db.Maps.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { } map
            ? TypedResults.Bytes(map.Points, "application/octet-stream", entityTag: new EntityTagHeaderValue($"\"{map.Of.Ticks:x}\""))
            : TypedResults.NoContent();
}

/// <summary>
/// The map as bytes, little-endian: the length of a JSON header (4 bytes), the header (how many points, and the groups that they are coloured by, largest
/// first), zeros up to a multiple of four, then the columns: row (4 bytes each), x (2), y (2), group (2).
/// </summary>
public static class MapPoints
{
    public static byte[] Pack(IReadOnlyList<(int Row, string Group)> entries, (float X, float Y)[] places)
    {
        var groups = entries.CountBy(e => e.Group).OrderByDescending(g => g.Value).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        var indexes = groups.Select((g, i) => (g.Key, i)).ToDictionary(g => g.Key, g => (ushort)g.i, StringComparer.Ordinal);
        var header = JsonSerializer.SerializeToUtf8Bytes(
            new { count = entries.Count, groups = groups.Select(g => new { name = g.Key, count = g.Value }) });

        // A few points far out must not make all the others small: they stand at the border.
        var far = places.SelectMany(p => new[] { Math.Abs(p.X), Math.Abs(p.Y) }).Order().ElementAtOrDefault((int)(places.Length * 2 * 0.9995)) * 1.02f;
        short Scale(float value) => (short)(Math.Clamp(value / far, -1, 1) * short.MaxValue);

        using var stream = new MemoryStream();
        stream.Write(BitConverter.GetBytes(header.Length));
        stream.Write(header);
        stream.Write(new byte[(4 - (header.Length % 4)) % 4]);
        stream.Write(MemoryMarshal.AsBytes<int>(entries.Select(e => e.Row).ToArray()));
        stream.Write(MemoryMarshal.AsBytes<short>(places.Select(p => Scale(p.X)).ToArray()));
        stream.Write(MemoryMarshal.AsBytes<short>(places.Select(p => Scale(p.Y)).ToArray()));
        stream.Write(MemoryMarshal.AsBytes<ushort>(entries.Select(e => indexes[e.Group]).ToArray()));
        return stream.ToArray();
    }
}
