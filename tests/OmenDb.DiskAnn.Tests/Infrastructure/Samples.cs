using System.Numerics.Tensors;
using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Graph;

namespace OmenDb.DiskAnn.Tests.Infrastructure;

/// <summary>Generated vectors and their exact neighbours.</summary>
internal static class Samples
{
    /// <summary>Vectors in clusters, each of a few directions of its own, as embeddings are.</summary>
    public static float[] Clustered(int count, int dimensions, int seed, int clusters = 20)
    {
        var shape = new Random(7);
        var centers = Uniform(shape, clusters * dimensions, 2);
        var directions = Uniform(shape, 8 * dimensions, 1);
        var random = new Random(seed);
        var vectors = new float[count * dimensions];
        Span<float> along = stackalloc float[8];
        for (var i = 0; i < count; i++)
        {
            var center = random.Next(clusters) * dimensions;
            foreach (ref var step in along)
                step = random.NextSingle() + random.NextSingle() - 1;
            for (var d = 0; d < dimensions; d++)
            {
                var element = centers[center + d] + random.NextSingle() * 0.2f;
                for (var a = 0; a < along.Length; a++)
                    element += along[a] * directions[a * dimensions + d];
                vectors[i * dimensions + d] = element;
            }
        }

        return vectors;
    }

    /// <summary>Vectors of small whole numbers: sums of their products are exact in any order, so results are the same on every machine.</summary>
    public static float[] Whole(int count, int dimensions, int seed)
    {
        var random = new Random(seed);
        var vectors = new float[count * dimensions];
        foreach (ref var element in vectors.AsSpan())
            element = random.Next(32);
        return vectors;
    }

    public static int RowLength(int dimensions) => new RowEncoder(DistanceMetric.Euclidean, dimensions).RowLength;

    /// <summary>Vectors as the index stores them: padded with zeros.</summary>
    public static float[] Rows(float[] vectors, int dimensions)
    {
        var rowLength = RowLength(dimensions);
        var rows = new float[vectors.Length / dimensions * rowLength];
        for (var i = 0; i < vectors.Length / dimensions; i++)
            vectors.AsSpan(i * dimensions, dimensions).CopyTo(rows.AsSpan(i * rowLength));
        return rows;
    }

    public static long[] Labels(int count, long first = 0)
    {
        var labels = new long[count];
        for (var i = 0; i < count; i++)
            labels[i] = first + i;
        return labels;
    }

    public static VamanaIndex Build(float[] vectors, int dimensions, DistanceMetric metric, int threads = 0)
    {
        var index = VamanaIndex.Create(new VamanaOptions { Dimensions = dimensions, Metric = metric, Threads = threads });
        index.AddBatch(Labels(vectors.Length / dimensions), vectors);
        return index;
    }

    /// <summary>What an index finds for a few queries, with a list so long that it does not matter where walks begin, and not so long that all nodes are scanned.</summary>
    public static List<Neighbor> Answers(VamanaIndex index)
    {
        var answers = new List<Neighbor>();
        var found = new Neighbor[10];
        foreach (var query in Clustered(20, index.Dimensions, seed: 50).Chunk(index.Dimensions))
            answers.AddRange(found[..index.Search(query, found, new SearchOptions { SearchListSize = 90 })]);
        return answers;
    }

    /// <summary>What a compact index finds, as its caller ranks it: by the vectors, until the next one cannot be nearer.</summary>
    public static Neighbor[] Ranked(VamanaIndex index, float[] vectors, float[] query, int k, LabelSet? allowed = null)
    {
        using var stream = index.Stream(query, new SearchOptions { Expected = k, Allowed = allowed });
        var ranked = new List<Neighbor>();
        Span<Neighbor> next = stackalloc Neighbor[1];
        while (stream.Read(next) == 1)
        {
            if (ranked.Count >= k && ranked.Select(n => n.Distance).Order().ElementAt(k - 1) <= next[0].Distance - next[0].Error)
                break;
            var exact = Distance(query, vectors.AsSpan((int)next[0].Label * query.Length, query.Length), index.Metric);
            ranked.Add(new Neighbor(next[0].Label, exact));
        }

        return [.. ranked.OrderBy(n => n.Distance).ThenBy(n => n.Label).Take(k)];
    }

    /// <summary>A query in each form that an index compares nodes with; scores address its memory.</summary>
    public static EncodedQuery Encode(VamanaIndex index, ReadOnlySpan<float> query)
    {
        var encoded = new EncodedQuery(index.Graph);
        encoded.Encode(query);
        encoded.Project();
        return encoded;
    }

    /// <summary>Nodes that no path leads to from the entry points.</summary>
    public static int CountUnreachable(VamanaIndex index)
    {
        var graph = index.Graph;
        var reached = graph.EntryPoints.ToHashSet();
        var next = new Stack<int>(reached);
        while (next.TryPop(out var node))
        {
            foreach (var neighbor in graph.Edges.Neighbors(node))
            {
                if (reached.Add(neighbor))
                    next.Push(neighbor);
            }
        }

        return graph.NodeCount - reached.Count;
    }

    public static float Distance(ReadOnlySpan<float> a, ReadOnlySpan<float> b, DistanceMetric metric) => metric switch
    {
        DistanceMetric.Cosine => 1 - TensorPrimitives.CosineSimilarity(a, b),
        DistanceMetric.Euclidean => TensorPrimitives.Distance(a, b),
        _ => -TensorPrimitives.Dot(a, b),
    };

    /// <summary>All vectors of interest, nearest first.</summary>
    public static Neighbor[] Exact(float[] vectors, ReadOnlySpan<float> query, DistanceMetric metric, Func<long, bool>? allowed = null)
    {
        var neighbors = new List<Neighbor>();
        for (var i = 0; i < vectors.Length / query.Length; i++)
        {
            if (allowed?.Invoke(i) != false)
                neighbors.Add(new Neighbor(i, Distance(vectors.AsSpan(i * query.Length, query.Length), query, metric)));
        }

        return [.. neighbors.OrderBy(n => n.Distance).ThenBy(n => n.Label)];
    }

    /// <summary>The share of the k nearest that was found; as near as the k-th counts.</summary>
    public static double Recall(ReadOnlySpan<Neighbor> found, Neighbor[] exact, int k)
    {
        k = Math.Min(k, exact.Length);
        var limit = exact[k - 1].Distance;
        var right = 0;
        foreach (var neighbor in found)
            right += neighbor.Distance <= limit + Math.Abs(limit) * 1e-5f + 1e-6f ? 1 : 0;
        return Math.Min(right, k) / (double)k;
    }

    private static float[] Uniform(Random random, int count, float scale)
    {
        var values = new float[count];
        foreach (ref var value in values.AsSpan())
            value = (random.NextSingle() * 2 - 1) * scale;
        return values;
    }
}
