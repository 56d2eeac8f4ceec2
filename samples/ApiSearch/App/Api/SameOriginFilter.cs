namespace ApiSearch.Api;

/// <summary>
/// Refuses what a page of another site asks for. Browsers say where a request comes from (Sec-Fetch-Site, and Origin for a POST) and pages cannot forge it;
/// a program that is no browser says nothing, and needs no protection from itself.
/// </summary>
public sealed class SameOriginFilter : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        var foreign = site is not ("" or "same-origin" or "none") || (origin.Length > 0 && origin != $"{request.Scheme}://{request.Host}");
        return foreign
            ? TypedResults.Problem("Only this site's own pages may ask for it.", statusCode: StatusCodes.Status403Forbidden)
            : await next(context);
    }
}
