using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using System.Text.Json;
using ApiSearch.Corpus;
using ApiSearch.Data;
using ApiSearch.Ingestion;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace ApiSearch.Api;

/// <summary>The JSON API: three questions, each answered by one query.</summary>
public static class SearchEndpoints
{
    private static readonly Dictionary<string, MemberKind> Kinds =
        Enum.GetValues<MemberKind>().ToDictionary(kind => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString()), StringComparer.OrdinalIgnoreCase);

    public static void MapSearchApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api");
        api.MapGet("/search", SearchAsync).WithSummary("Finds the members whose documentation is nearest in meaning to a text.");
        api.MapGet("/status", StatusAsync).WithSummary("Tells how far the ingestion is.");
        api.MapGet("/facets", FacetsAsync).WithSummary("Lists the kinds and assemblies to filter by.");
    }

    private static async Task<Results<Ok<SearchResponse>, ValidationProblem, ProblemHttpResult>> SearchAsync(
        ApiSearchContext db,
        IEmbeddingGenerator<string, Embedding<float>> embeddings,
        IngestionProgress progress,
        CancellationToken cancellationToken,
        [Description("What to look for, in plain words.")]
        [Required(ErrorMessage = "Say what to look for, as in ?q=parse+a+date.")]
        [StringLength(500, ErrorMessage = "Ask with 500 characters or fewer.")]
        string q = "",
        [Description("How many results to return.")]
        [Range(1, 100, ErrorMessage = "k is how many results to return, from 1 to 100.")]
        int k = 10,
        [Description("Only members of this kind: type, constructor, method, operator, property, field or event.")] string? kind = null,
        [Description("Only members of this assembly.")] string? assembly = null)
    {
        if (!await progress.IsReadyAsync(cancellationToken))
            return TypedResults.Problem(progress.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready yet; see /api/status.");

        var started = Stopwatch.GetTimestamp();
        var query = await embeddings.GenerateVectorAsync(q, cancellationToken: cancellationToken);
        var embedded = Stopwatch.GetTimestamp();
        if (!query.Span.ContainsAnyExcept(0f))
            return TypedResults.Ok(Response([], "The documentation uses none of these words. Try others."));

        var members = db.Members.AsNoTracking();
        if (!string.IsNullOrEmpty(kind))
        {
            if (!Kinds.TryGetValue(kind, out var wanted))
                return TypedResults.ValidationProblem([new("kind", [$"kind is one of {string.Join(", ", Kinds.Keys)}."])]);
            members = members.Where(m => m.Kind == wanted);
        }

        if (!string.IsNullOrEmpty(assembly))
            members = members.Where(m => m.Assembly == assembly);

        var results = await members
            .NearestTo(m => m.Embedding, query, k, (m, distance) => new SearchResult
            {
                Id = m.DocumentationId,
                Name = m.Name,
                Kind = m.Kind,
                Namespace = m.Namespace,
                Assembly = m.Assembly,
                Summary = m.Summary,
                Distance = distance,
            })
            .ToListAsync(cancellationToken);
        return TypedResults.Ok(Response(results, results.Count == 0 ? "No member passes these filters." : null));

        SearchResponse Response(IReadOnlyList<SearchResult> found, string? message) => new()
        {
            Results = found,
            EmbeddingMilliseconds = Milliseconds(started, embedded),
            SearchMilliseconds = Milliseconds(embedded, Stopwatch.GetTimestamp()),
            Message = message,
        };
    }

    private static async Task<StatusResponse> StatusAsync(ApiSearchContext db, IngestionProgress progress, CancellationToken cancellationToken)
    {
        var index = progress.IsReady
            ? await db.Database.VectorIndex<ApiMember>(m => m.Embedding).GetStatisticsAsync(cancellationToken)
            : null;
        return new StatusResponse
        {
            Ready = progress.IsReady,
            Phase = progress.Phase,
            Message = progress.Message,
            Indexed = progress.Stored,
            Total = progress.Total,
            Pending = index?.Pending,
            MeasuredRecall = index is { MeasuredRecall: >= 0 and var recall } ? recall : null, // not a number until measured
            Source = progress.Source,
            Embedding = progress.Embedding,
        };
    }

    private static async Task<Results<Ok<FacetsResponse>, ProblemHttpResult>> FacetsAsync(
        ApiSearchContext db, IngestionProgress progress, CancellationToken cancellationToken)
    {
        if (!await progress.IsReadyAsync(cancellationToken))
            return TypedResults.Problem(progress.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready yet; see /api/status.");

        var kinds = await db.Members.GroupBy(m => m.Kind).Select(g => new { g.Key, Count = g.Count() })
            .OrderByDescending(g => g.Count).ToListAsync(cancellationToken);
        var assemblies = await db.Members.GroupBy(m => m.Assembly).Select(g => new { g.Key, Count = g.Count() })
            .OrderBy(g => g.Key).ToListAsync(cancellationToken);
        return TypedResults.Ok(new FacetsResponse(
            [.. kinds.Select(g => new Facet(JsonNamingPolicy.CamelCase.ConvertName(g.Key.ToString()), g.Count))],
            [.. assemblies.Select(g => new Facet(g.Key, g.Count))]));
    }

    private static double Milliseconds(long from, long to) => Math.Round(Stopwatch.GetElapsedTime(from, to).TotalMilliseconds, 3);
}
