using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace OmenDb.Benchmarks.Comparing;

/// <summary>Recall against queries a second, a line for each engine: up and to the right is better.</summary>
internal static class ComparisonPlot
{
    private const double LowestRecall = 0.9;

    public static void Write(ComparisonResult result, string path)
    {
        var model = new PlotModel { Title = $"{result.Set}, {result.Rows:N0} x {result.Dimensions}", Background = OxyColors.White, DefaultFont = "Arial" };
        model.Axes.Add(new LinearAxis { Position = AxisPosition.Bottom, Title = "recall@10", AxisTitleDistance = 12, Minimum = LowestRecall, Maximum = 1, MajorGridlineStyle = LineStyle.Dot });
        model.Axes.Add(new LogarithmicAxis { Position = AxisPosition.Left, Title = "queries a second, one thread", AxisTitleDistance = 16, MajorGridlineStyle = LineStyle.Dot, MinorGridlineStyle = LineStyle.Dot });
        model.Legends.Add(new Legend { LegendPosition = LegendPosition.LeftBottom });
        foreach (var engine in result.Engines)
        {
            var line = new LineSeries { Title = engine.Name, MarkerType = MarkerType.Circle, MarkerSize = 3 };
            line.Points.AddRange(engine.Curve.Where(point => point.Recall >= LowestRecall).Select(point => new DataPoint(point.Recall, point.OneThread.QueriesPerSecond)));
            model.Series.Add(line);
        }

        using var file = File.Create(path);
        new SvgExporter { Width = 900, Height = 600, UseVerticalTextAlignmentWorkaround = true }.Export(model, file);
    }
}
