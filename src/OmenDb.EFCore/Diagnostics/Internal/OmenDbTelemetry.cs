using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OmenDb.EFCore.Diagnostics.Internal;

/// <summary>The activity source and the meter named <c>OmenDb</c>. Instruments cost nothing while nobody listens.</summary>
internal static class OmenDbTelemetry
{
    public const string Name = "OmenDb";
    public const string IndexTag = "omendb.index";
    private const string DatabaseTag = "omendb.database";

    public static readonly ActivitySource Activities = new(Name);
    public static readonly Meter Meter = new(Name);
    public static readonly Counter<long> Searches = Meter.CreateCounter<long>("omendb.searches", "{search}", "Searches that an index answered.");

    // The buckets that whoever listens would take unless told are made for milliseconds: all searches would be in the first.
    public static readonly Histogram<double> SearchDuration = Meter.CreateHistogram(
        "omendb.search.duration", "s", "Time inside the index for one search.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.000_02, 0.000_05, 0.000_1, 0.000_2, 0.000_5, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1] });

    public static readonly Histogram<long> Candidates = Meter.CreateHistogram(
        "omendb.search.candidates", "{row}", "Rows that an index offered for one search.", tags: null,
        new InstrumentAdvice<long> { HistogramBucketBoundaries = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000] });

    public static readonly Counter<long> Rebuilds = Meter.CreateCounter<long>("omendb.rebuilds", "{rebuild}", "Graphs built anew in the place of an old one.");

    public static bool IsMeasured => Searches.Enabled || SearchDuration.Enabled || Candidates.Enabled;

    public static KeyValuePair<string, object?> Index(string name) => new(IndexTag, name);

    /// <summary>The database, of which an application may have many with the same indexes.</summary>
    /// <param name="path">Its file; <see langword="null"/> for one in memory.</param>
    public static KeyValuePair<string, object?> Database(string? path) => new(DatabaseTag, path ?? ":memory:");
}
