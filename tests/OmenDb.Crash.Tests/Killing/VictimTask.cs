using System.Globalization;

namespace OmenDb.Crash.Tests.Killing;

/// <summary>What the process that will be killed is told.</summary>
/// <param name="Path">The database.</param>
/// <param name="Seed">The workload's seed.</param>
/// <param name="From">Operations that were done before.</param>
/// <param name="Point">Where it dies.</param>
/// <param name="Times">How many times it comes there.</param>
internal sealed record VictimTask(string Path, int Seed, int From, KillPoint Point, int Times)
{
    public static VictimTask Parse(string line)
    {
        var parts = line.Split('\t');
        return new(parts[0], Number(parts[1]), Number(parts[2]), Enum.Parse<KillPoint>(parts[3]), Number(parts[4]));

        static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Path}\t{Seed}\t{From}\t{Point}\t{Times}");
}
