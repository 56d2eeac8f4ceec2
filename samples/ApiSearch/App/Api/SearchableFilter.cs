using ApiSearch.Ingestion;

namespace ApiSearch.Api;

/// <summary>Answers 503 while there is nothing to search yet; right after a start it waits until that is known.</summary>
public sealed class SearchableFilter(IngestionProgress progress) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        => await progress.IsSearchableAsync(context.HttpContext.RequestAborted)
            ? await next(context)
            : TypedResults.Problem(progress.Message, statusCode: StatusCodes.Status503ServiceUnavailable, title: "Not ready yet; see /api/status.");
}
