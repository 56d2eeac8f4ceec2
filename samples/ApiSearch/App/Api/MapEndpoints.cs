using ApiSearch.Data;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace ApiSearch.Api;

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
