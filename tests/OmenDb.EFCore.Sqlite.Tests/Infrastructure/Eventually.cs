namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>Waits for work in the background.</summary>
internal static class Eventually
{
    public static async Task TrueAsync(Func<Task<bool>> condition)
    {
        for (var attempt = 0; attempt < 1_000; attempt++)
        {
            if (await condition())
                return;
            await Task.Delay(20);
        }

        Assert.Fail("It did not come true within 20 seconds.");
    }
}
