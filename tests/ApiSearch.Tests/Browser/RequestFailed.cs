using Microsoft.Playwright;

namespace ApiSearch.Tests.Browser;

internal static class RequestFailed
{
    /// <summary>The next request that fails, of those whose address holds a word.</summary>
    public static Task<IRequest> WaitForRequestFailedAsync(this IPage page, string word)
    {
        var failed = new TaskCompletionSource<IRequest>();
        page.RequestFailed += (_, request) =>
        {
            if (request.Url.Contains(word, StringComparison.Ordinal))
                failed.TrySetResult(request);
        };
        return failed.Task;
    }
}
