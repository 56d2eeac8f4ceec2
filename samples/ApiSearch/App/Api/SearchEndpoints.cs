using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Diagnostics;
using ApiSearch.Data;
using ApiSearch.Embeddings;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace ApiSearch.Api;

/// <summary>The search API: every question is answered by one query.</summary>
public static class SearchEndpoints
{
    // Facets are counted among so many: enough to show what is around, and each of them still has something to do with the query.
    private const int FacetPool = 200;

    public static void MapSearchApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup("/api").AddEndpointFilter<SearchableFilter>().ProducesProblem(StatusCodes.Status503ServiceUnavailable);
        api.MapGet("/search", SearchAsync).WithSummary("Finds the members whose documentation is nearest in meaning to a text.");
        api.MapGet("/similar", SimilarAsync).WithSummary("Finds the members nearest in meaning to a member.");
        api.MapGet("/facets", FacetsAsync).WithSummary("Counts the kinds, assemblies and namespaces to filter by, in the whole corpus.");
        api.MapGet("/members/{row:int}", MemberAsync).WithSummary("Tells what a row holds, as the map asks.");
    }

    private static async Task<Results<Ok<SearchResponse>, ValidationProblem>> SearchAsync(
        ApiSearchContext db,
        IEmbeddingGenerator<string, Embedding<float>> embeddings,
        IndexMeter meter,
        [AsParameters] MemberFilter filter,
        [Description("What to look for, in plain words.")]
        [Required(ErrorMessage = "Say what to look for, as in ?q=parse+a+date.")]
        [StringLength(500, ErrorMessage = "Ask with 500 characters or fewer.")]
        string q = "",
        [Description("How many results to return.")]
        [Range(1, 100, ErrorMessage = "k is how many results to return, from 1 to 100.")]
        int k = 10,
        [Description("Whether to count what there is to filter by.")] bool facets = false,
        CancellationToken cancellationToken = default)
    {
        if (filter.Problem is var (name, problem))
            return TypedResults.ValidationProblem([new(name, [problem])]);
        var started = Stopwatch.GetTimestamp();
        var query = await embeddings.GenerateVectorAsync(q, cancellationToken: cancellationToken);
        var response = await FindAsync(db.Members.AsNoTracking(), filter, query, k, facets, started, meter, cancellationToken);
        var stems = Words.StemsOf(q);
        return TypedResults.Ok(response with { Results = [.. response.Results.Select(result => Marked(result, stems))] });
    }

    private static async Task<Results<Ok<SearchResponse>, ValidationProblem, ProblemHttpResult>> SimilarAsync(
        ApiSearchContext db,
        IndexMeter meter,
        [AsParameters] MemberFilter filter,
        [Description("The documentation id of a member, for example T:System.DateOnly.")]
        [Required(ErrorMessage = "Name a member, as in ?id=T:System.DateOnly.")]
        string id = "",
        [Description("How many results to return.")]
        [Range(1, 100, ErrorMessage = "k is how many results to return, from 1 to 100.")]
        int k = 10,
        [Description("Whether to count what there is to filter by.")] bool facets = false,
        CancellationToken cancellationToken = default)
    {
        if (filter.Problem is var (name, problem))
            return TypedResults.ValidationProblem([new(name, [problem])]);
        var started = Stopwatch.GetTimestamp();
        var member = await db.Members.Where(m => m.DocumentationId == id).Select(m => new { m.Embedding }).SingleOrDefaultAsync(cancellationToken);
        if (member is null)
            return TypedResults.Problem($"No member has the id '{id}'.", statusCode: StatusCodes.Status404NotFound);
        var others = db.Members.AsNoTracking().Where(m => m.DocumentationId != id);
        return TypedResults.Ok(await FindAsync(others, filter, member.Embedding ?? default, k, facets, started, meter, cancellationToken));
    }

    private static async Task<Results<Ok<FacetsResponse>, ValidationProblem>> FacetsAsync(
        ApiSearchContext db, [AsParameters] MemberFilter filter, CancellationToken cancellationToken)
        => filter.Problem is var (name, problem)
            ? TypedResults.ValidationProblem([new(name, [problem])])
            : TypedResults.Ok(await Facets.CountAsync(filter, others => others.Apply(db.Members), cancellationToken));

    private static async Task<Results<Ok<SearchResult>, NotFound>> MemberAsync(ApiSearchContext db, int row, CancellationToken cancellationToken)
        => await db.Members.Where(m => m.Id == row).Select(m => new SearchResult
        {
            Id = m.DocumentationId,
            Row = m.Id,
            Name = m.Name,
            Kind = m.Kind,
            Namespace = m.Namespace,
            Assembly = m.Assembly,
            Summary = m.Summary,
            Distance = 0,
        }).SingleOrDefaultAsync(cancellationToken) is { } found ? TypedResults.Ok(found) : TypedResults.NotFound();

    private static async Task<SearchResponse> FindAsync(
        IQueryable<ApiMember> members, MemberFilter filter, ReadOnlyMemory<float> query, int k, bool withFacets,
        long started, IndexMeter meter, CancellationToken cancellationToken)
    {
        var embedded = Stopwatch.GetTimestamp();
        var index = meter.Begin();
        // A zero vector has no direction, so nothing is near it.
        var known = query.Span.ContainsAnyExcept(0f);
        var results = !known ? [] : await filter.Apply(members)
            .NearestTo(m => m.Embedding, query, k, (m, distance) => new SearchResult
            {
                Id = m.DocumentationId,
                Row = m.Id,
                Name = m.Name,
                Kind = m.Kind,
                Namespace = m.Namespace,
                Assembly = m.Assembly,
                Summary = m.Summary,
                Distance = distance,
            })
            .ToListAsync(cancellationToken);
        var inIndex = index.Milliseconds;
        var searched = Stopwatch.GetTimestamp();
        var facets = known && withFacets
            ? await Facets.CountAsync(filter, others => others.Apply(members).NearestTo(m => m.Embedding, query, FacetPool), cancellationToken)
            : null;
        var ended = Stopwatch.GetTimestamp();
        return new SearchResponse
        {
            Results = results,
            Facets = facets,
            Message = !known ? "The documentation uses none of these words. Try others." : results.Count == 0 ? "No member passes these filters." : null,
            Milliseconds = new StageTimes
            {
                Embedding = Milliseconds(started, embedded),
                Search = Milliseconds(embedded, searched),
                Index = Math.Round(inIndex, 3),
                Facets = Milliseconds(searched, ended),
                Total = Milliseconds(started, ended),
            },
        };
    }

    private static SearchResult Marked(SearchResult result, IReadOnlySet<string> stems) => result with
    {
        NameMarks = Marks(result.Name, stems),
        SummaryMarks = Marks(result.Summary, stems),
    };

    private static IReadOnlyList<TextMark> Marks(string text, IReadOnlySet<string> stems)
        => [.. Words.FindStems(text, stems).Select(range => new TextMark(range.Start.Value, range.End.Value - range.Start.Value))];

    private static double Milliseconds(long from, long to) => Math.Round(Stopwatch.GetElapsedTime(from, to).TotalMilliseconds, 3);
}
