using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace OmenDb.EFCore.Diagnostics.Internal;

/// <summary>The activity source and the meter named <c>OmenDb</c>. Instruments cost nothing while nobody listens.</summary>
internal static class OmenDbTelemetry
{
    public const string Name = "OmenDb";
    public const string IndexTag = "omendb.index";

    public static readonly ActivitySource Activities = new(Name);
    public static readonly Meter Meter = new(Name);
    public static readonly Counter<long> Searches = Meter.CreateCounter<long>("omendb.searches", "{search}", "Searches that an index answered.");
    public static readonly Histogram<double> SearchDuration = Meter.CreateHistogram<double>("omendb.search.duration", "s", "Time inside the index for one search.");
    public static readonly Histogram<long> Candidates = Meter.CreateHistogram<long>("omendb.search.candidates", "{row}", "Rows that an index offered for one search.");
    public static readonly Counter<long> Rebuilds = Meter.CreateCounter<long>("omendb.rebuilds", "{rebuild}", "Graphs built anew in the place of an old one.");

    public static bool IsMeasured => Searches.Enabled || SearchDuration.Enabled || Candidates.Enabled;

    public static KeyValuePair<string, object?> Index(string name) => new(IndexTag, name);
}
