namespace OmenDb.Crash.Tests;

/// <summary>Real processes are killed, and nothing is lost. A short campaign with a new seed each time; the README names the command for a long one.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_process_killed_at_a_named_point_leaves_a_whole_database()
    {
        KillPoint[] points = [.. Enum.GetValues<KillPoint>().Except([KillPoint.Anytime])];

        var result = await RunAsync(points.Length, points);

        Assert.All(points, point => Assert.Equal(1, result.Killed(point)));
    }

    [Fact]
    public async Task A_process_killed_at_any_moment_leaves_a_whole_database()
    {
        const int cycles = 6;

        var result = await RunAsync(cycles, [KillPoint.Anytime]);

        Assert.Equal(cycles, result.Killed(KillPoint.Anytime));
    }

    private async Task<CampaignResult> RunAsync(int cycles, KillPoint[] points)
    {
        var seed = Random.Shared.Next(1_000_000);
        output.WriteLine($"seed {seed}");
        using var log = new StringWriter();
        try
        {
            return await new Campaign(seed, log).RunAsync(cycles, points);
        }
        finally
        {
            output.WriteLine(log.ToString());
        }
    }
}
