using System.Diagnostics;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using ApiSearch.Data;
using ApiSearch.Ingestion;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using OmenDb.EFCore;

namespace ApiSearch.Api;

/// <summary>What the status page shows and does: the same as JSON, once or as it changes, and two buttons.</summary>
public static class IndexEndpoints
{
    // Often while something happens that one wants to watch, else seldom.
    private static readonly TimeSpan Busy = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(2);

    public static void MapIndexApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapGet("/status", StatusAsync).WithSummary("Tells how far the ingestion is, and how the index does.");
        api.MapGet("/status/events", Events).WithSummary("The status whenever it changes, as server-sent events.");
        var actions = api.MapGroup("/index").AddEndpointFilter<SameOriginFilter>().AddEndpointFilter<SearchableFilter>();
        actions.MapPost("/verify", VerifyAsync).WithSummary("Compares the index with the rows; changes nothing.");
        actions.MapPost("/rebuild", RebuildAsync).WithSummary("Builds the index anew from the rows; answers when it is done. Whoever goes away earlier stops it.");
    }

    private static async Task<StatusResponse> StatusAsync(
        ApiSearchContext db, IngestionProgress progress, IndexMeter meter, CancellationToken cancellationToken)
    {
        var index = progress.IsSearchable ? await Index(db).GetStatisticsAsync(cancellationToken) : null;
        return new StatusResponse
        {
            Ready = progress.IsReady,
            Searchable = progress.IsSearchable,
            Phase = progress.Phase,
            Message = progress.Message,
            Indexed = progress.Stored,
            Total = progress.Total,
            Throughput = Math.Round(progress.Throughput),
            Source = progress.Source,
            Embedding = progress.Embedding,
            Index = index is null ? null : IndexStatus.Of(index, meter.LastRebuild),
        };
    }

    private static ServerSentEventsResult<StatusResponse> Events(
        IDbContextFactory<ApiSearchContext> contexts, IngestionProgress progress, IndexMeter meter, IHostApplicationLifetime lifetime, HttpContext http)
    {
        // A stream that never ends by itself would hold up the program's end.
        var ended = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted, lifetime.ApplicationStopping);
        http.Response.RegisterForDispose(ended);
        return TypedResults.ServerSentEvents(ChangesAsync(ended.Token));

        async IAsyncEnumerable<SseItem<StatusResponse>> ChangesAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            StatusResponse? last = null;
            while (!cancellationToken.IsCancellationRequested)
            {
                await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
                var status = await StatusAsync(db, progress, meter, CancellationToken.None);
                if (status != last)
                    yield return new SseItem<StatusResponse>(status, "status");
                last = status;
                var still = status is { Ready: true, Index: { Pending: 0, IsRebuilding: false } } or { Phase: IngestionPhase.Failed };
                await Task.Delay(still ? Idle : Busy, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private static async Task<VerificationResponse> VerifyAsync(ApiSearchContext db, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var verification = await Index(db).VerifyAsync(cancellationToken);
        return new VerificationResponse(
            verification.IsHealthy, verification.Rows, verification.Checked, verification.Problems, Stopwatch.GetElapsedTime(started).TotalMilliseconds);
    }

    private static async Task<StatusResponse> RebuildAsync(
        ApiSearchContext db, IngestionProgress progress, IndexMeter meter, CancellationToken cancellationToken)
    {
        await Index(db).RebuildAsync(cancellationToken: cancellationToken);
        return await StatusAsync(db, progress, meter, cancellationToken);
    }

    private static IVectorIndex Index(ApiSearchContext db) => db.Database.VectorIndex<ApiMember>(m => m.Embedding);
}
