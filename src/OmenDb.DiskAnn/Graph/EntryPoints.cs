namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Chooses where walks begin: the medoid, as in the DiskANN paper, and a few nodes far from it and from each other, so that no cluster is
/// far from all of them (seeded as in k-means++, Arthur and Vassilvitskii 2007).
/// </summary>
internal static class EntryPoints
{
    private const int Sample = 1024;
    private const int Count = 8;

    /// <summary>Chooses among a sample of the nodes.</summary>
    /// <param name="graph">A graph with at least one node.</param>
    public static int[] Choose(VectorGraph graph)
    {
        var nodes = graph.NodeCount;
        var random = new Random(graph.Options.Seed);
        var sample = new int[Math.Min(Sample, nodes)];
        for (var i = 0; i < sample.Length; i++)
            sample[i] = nodes <= Sample ? i : random.Next(nodes);

        var chosen = new List<int>(Count) { Medoid(graph, sample) };
        var nearest = new double[sample.Length];
        Array.Fill(nearest, double.PositiveInfinity);
        var memory = graph.Rows.NewQuery();
        while (chosen.Count < Math.Min(Count, sample.Length))
        {
            double total = 0;
            var from = graph.Rows.OfNode(chosen[^1], memory);
            for (var i = 0; i < sample.Length; i++)
            {
                nearest[i] = Math.Min(nearest[i], from.Score(sample[i]));
                total += nearest[i];
            }

            if (!(total > 0))
                break;
            chosen.Add(sample[Pick(nearest, random.NextDouble() * total)]);
        }

        return [.. chosen.Distinct()];
    }

    private static int Pick(double[] weights, double at)
    {
        var last = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            if (weights[i] <= 0)
                continue;
            last = i;
            at -= weights[i];
            if (at < 0)
                break;
        }

        return last;
    }

    private static int Medoid(VectorGraph graph, int[] sample)
    {
        var mean = new double[graph.Encoder.RowLength];
        var buffer = new float[mean.Length];
        foreach (var node in sample)
        {
            var row = graph.Rows.Read(node, buffer);
            for (var i = 0; i < mean.Length; i++)
                mean[i] += (double)row[i] / sample.Length;
        }

        var best = (Distance: double.PositiveInfinity, Node: sample[0]);
        foreach (var node in sample)
        {
            var row = graph.Rows.Read(node, buffer);
            double distance = 0;
            for (var i = 0; i < mean.Length; i++)
                distance += (mean[i] - row[i]) * (mean[i] - row[i]);
            if (distance < best.Distance)
                best = (distance, node);
        }

        return best.Node;
    }
}
