using System.Numerics.Tensors;
using OmenDb.DiskAnn.Quantization;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Learns how rows become codes, and whether codes are of use at all, from a sample of the rows that are there and those that come: first, whenever the index has grown by four, and when vectors
/// come that are unlike those before. An index of rounded rows has no codes; there it learns the center that rows are rounded around.
/// </summary>
/// <param name="graph">The graph.</param>
/// <param name="workers">The threads to use.</param>
internal sealed class CodeLearning(VectorGraph graph, Workers workers)
{
    private const int Growth = 4;

    // A row of one cache line is read as fast as a code and says more: in one or two dimensions, thousands of rows share a code.
    private const int ShortRow = 16;

    // The share of the variance of new vectors that the directions must hold: a little less than they were chosen to hold. Below it, different rows would
    // share a code, and edges chosen by such codes stay: texts that came topic by topic were found with a recall of 0.33 to 0.7.
    private const double Held = 0.88;

    // Or this much of what newly learned directions hold, where no directions hold more.
    private const double OfWhatIsPossible = 0.95;

    // Learning and encoding anew costs as much as adding a thirtieth of the rows, so the index grows by that between two times.
    private const int Patience = 32;
    private const int JudgedRows = 64;
    private const int MostJudged = 256;

    // A new center is worth it if it makes steps a twentieth smaller. Of their squares:
    private const double WorthRounding = 0.9;

    private const int SampleFloats = 4 << 20;
    private const int SmallestSample = 512;
    private const int LargestSample = 8192;

    // The center of fewer rows may be far from that of all, and what was rounded coarsely stays so.
    private const int FewestRounded = 512;

    private double _enough = Held;
    private double _held;
    private double _whole;
    private int _judged;

    /// <summary>Sees to it that the codes suit the graph with these vectors in it.</summary>
    /// <param name="vectors">Checked vectors, one after the other.</param>
    public void BeforeAdding(ReadOnlySpan<float> vectors)
    {
        var coming = vectors.Length / graph.Encoder.Dimensions;
        if (coming == 0)
            return;
        var total = graph.NodeCount + (long)coming;
        if (graph.CodesLearnedAt == 0 || total >= Growth * graph.CodesLearnedAt || (IsCompact && graph.Rows is FloatRows && total >= FewestRounded))
        {
            Learn(vectors);
        }
        else if (HeldOf(vectors) < _enough && total > graph.CodesLearnedAt + (graph.CodesLearnedAt / Patience))
        {
            Learn(vectors);
            _enough = Math.Min(Held, OfWhatIsPossible * HeldOf(vectors));
        }
    }

    /// <summary>Learns the codes from what is there and what is to come.</summary>
    /// <param name="vectors">Checked vectors to come, one after the other.</param>
    public void Learn(ReadOnlySpan<float> vectors)
    {
        var encoder = graph.Encoder;
        var total = (long)graph.NodeCount + (vectors.Length / encoder.Dimensions);
        if (total == 0 || (encoder.RowLength <= ShortRow && !IsCompact))
            return;
        graph.CodesLearnedAt = total;
        if (IsCompact && graph.Rows is FloatRows && total < FewestRounded)
            return;
        var count = (int)Math.Min(total, Math.Clamp(SampleFloats / encoder.RowLength, SmallestSample, LargestSample));
        var sample = new float[count * encoder.RowLength];
        var random = new Random(graph.Options.Seed);
        for (var i = 0; i < count; i++)
        {
            var at = count == total ? i : random.NextInt64(total);
            var row = sample.AsSpan(i * encoder.RowLength, encoder.RowLength);
            if (at < graph.NodeCount)
                graph.Rows.Read((int)at, row).CopyTo(row);
            else
                encoder.EncodeRow(vectors.Slice((int)(at - graph.NodeCount) * encoder.Dimensions, encoder.Dimensions), row);
        }

        if (IsCompact)
        {
            Round(sample);
            return;
        }

        var projection = PrincipalSubspace.Learn(sample, count, encoder.RowLength, encoder.UsedLength, graph.Options.Seed, workers);
        var quality = CodeQuality.Measure(projection, sample, count, encoder.IsAugmented ? encoder.Dimensions : -1, workers);
        if (quality >= CodeQuality.Enough)
            Encode(projection);
        else
            graph.Codes = null;
    }

    /// <summary>Learns the codes of rows whose added element has changed; rounded rows have it beside them.</summary>
    /// <param name="vectors">Checked vectors to come, one after the other.</param>
    public void AfterRaising(ReadOnlySpan<float> vectors)
    {
        if (graph.Options.Storage == IndexStorage.Full)
            Learn(vectors);
    }

    private bool IsCompact => graph.Options.Storage == IndexStorage.Compact;

    // The share of the variance of these vectors, and of those since the last answer, that the directions hold; 1 while there are too few to tell.
    private double HeldOf(ReadOnlySpan<float> vectors)
    {
        if (graph.Codes is not { Projection: var projection })
            return 1;
        var encoder = graph.Encoder;
        var count = vectors.Length / encoder.Dimensions;
        var taken = Math.Min(count, MostJudged);
        var row = new float[encoder.RowLength];
        var projected = new float[projection.Dimensions];
        for (var i = 0; i < taken; i++)
        {
            encoder.EncodeRow(vectors.Slice((int)((long)i * count / taken) * encoder.Dimensions, encoder.Dimensions), row);
            projection.Project(row, projected);
            _held += TensorPrimitives.SumOfSquares<float>(projected);
            TensorPrimitives.Subtract(row, projection.Center, row);
            _whole += TensorPrimitives.SumOfSquares<float>(row);
        }

        _judged += taken;
        if (_judged < JudgedRows)
            return 1;
        var held = _whole > 0 ? _held / _whole : 1;
        (_held, _whole, _judged) = (0, 0, 0);
        return held;
    }

    private float[] Mean(float[] sample)
    {
        var length = graph.Encoder.RowLength;
        var sums = new double[length];
        for (var i = 0; i < sample.Length; i++)
            sums[i % length] += sample[i];
        return Array.ConvertAll(sums, sum => (float)(sum / (sample.Length / length)));
    }

    // Rounding rows again adds to what the roundings before have changed, so it is done only for a center that makes steps notably smaller.
    private void Round(float[] sample)
    {
        var center = Mean(sample);
        var old = graph.Rows;
        var rounded = old as CompactRows;
        if (rounded is not null && Reach(sample, center) > WorthRounding * Reach(sample, rounded.Center))
            return;
        var rows = new CompactRows(graph.Encoder, center);
        rows.Memory.EnsureCapacity(graph.NodeCount);
        var buffers = new float[workers.Count][];
        var steps = new (double, double)[graph.NodeCount];
        workers.Run(graph.NodeCount, (worker, node) =>
        {
            rows.Write(node, old.Read(node, buffers[worker] ??= new float[center.Length]));
            var (before, now) = ((double)(rounded?.Step(node) ?? 0), (double)rows.Step(node));
            steps[node] = (now * now, (before * before) + (rounded?.Earlier.Squares(before * before) ?? 0));
        });
        rows.Earlier = EarlierRounding.Of(steps);
        graph.Rows = rows;
    }

    // The sum, over the sample, of the square of each row's largest difference from a center, in proportion to which its step is.
    private double Reach(float[] sample, ReadOnlySpan<float> center)
    {
        var length = graph.Encoder.RowLength;
        var dimensions = graph.Encoder.Dimensions;
        var difference = new float[dimensions];
        double sum = 0;
        for (var row = 0; row < sample.Length; row += length)
        {
            TensorPrimitives.Subtract(sample.AsSpan(row, dimensions), center[..dimensions], difference);
            var largest = (double)TensorPrimitives.MaxMagnitude<float>(difference);
            sum += largest * largest;
        }

        return sum;
    }

    private void Encode(Projection projection)
    {
        var codes = new CodeRows(projection);
        codes.Memory.EnsureCapacity(graph.NodeCount);
        var projected = new float[workers.Count][];
        workers.Run(graph.NodeCount, (worker, node) =>
        {
            var coordinates = projected[worker] ??= new float[projection.Dimensions];
            projection.Project(graph.Rows.Read(node, []), coordinates);
            codes.Write(node, coordinates);
        });
        graph.Reached?.Invoke(GraphStep.Encoded);
        graph.Codes = codes;
        graph.Reached?.Invoke(GraphStep.CodesReplaced);
    }
}
