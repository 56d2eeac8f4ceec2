namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>Waits for work in the background.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition, int seconds = 20)
    {
        for (var attempt = 0; attempt < 50 * seconds; attempt++)
        {
            if (await condition())
                return;
            await Task.Delay(20);
        }

        Assert.Fail($"It did not come true within {seconds} seconds.");
    }
}
