namespace OmenDb.Crash.Tests;

/// <summary>Real processes are killed, and nothing is lost. A short campaign with a new seed each time; the README names the command for a long one.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int CyclesPerPoint = 2;

    public static TheoryData<string> NamedPoints => [.. Enum.GetNames<KillPoint>().Except([nameof(KillPoint.Anytime)])];

    [Theory, MemberData(nameof(NamedPoints))]
    public async Task A_process_killed_at_a_chosen_point_leaves_a_whole_database(string point)
    {
        var result = await RunAsync(CyclesPerPoint, Enum.Parse<KillPoint>(point));

        Assert.Equal(CyclesPerPoint, result.Killed(Enum.Parse<KillPoint>(point)));
    }

    [Fact]
    public async Task A_process_killed_at_any_moment_leaves_a_whole_database()
    {
        var result = await RunAsync(cycles: 8, KillPoint.Anytime);

        Assert.Equal(8, result.Killed(KillPoint.Anytime));
    }

    private async Task<CampaignResult> RunAsync(int cycles, KillPoint point)
    {
        var seed = Random.Shared.Next(1_000_000);
        output.WriteLine($"seed {seed}");
        using var log = new StringWriter();
        try
        {
            return await new Campaign(seed, log).RunAsync(cycles, [point]);
        }
        finally
        {
            output.WriteLine(log.ToString());
        }
    }
}
