using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Quantization;

namespace OmenDb.DiskAnn.Tests.Quantization;

/// <summary>Queries compared with parts of many codes at once, against one distance after the other.</summary>
public sealed class CodeColumnsTests : IDisposable
{
    private const int Count = 3_000;
    private const int Dimensions = 160; // of which some are in the high halves of codes
    private const int Queries = 50;

    // Distances are rounded to the 13 bits that the number of a node leaves.
    private const double Rounded = 1 / 4096.0;

    private readonly VamanaIndex _index = Samples.Build(Samples.Clustered(Count, Dimensions, seed: 1), Dimensions, DistanceMetric.Euclidean);

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData(32, 0, 8)]
    [InlineData(64, 56, 56)]
    [InlineData(1024, 80, 64)]
    public void Of_every_32nd_node_the_nearest_is_found_in_order(int count, int first, int dimensions)
    {
        var nodes = Nodes(count);
        var columns = new CodeColumns(_index.Graph.Codes!, nodes, first, dimensions);
        var found = new int[CodeColumns.Block];
        foreach (var query in Samples.Clustered(Queries, Dimensions, seed: 2).Chunk(Dimensions))
        {
            var (coordinates, scale) = Encode(query, first + dimensions);
            columns.Find(coordinates.AsSpan(first), scale, found);

            var distances = Array.ConvertAll(nodes, node => Distance(coordinates, scale / 4, node, first, dimensions));
            var best = Enumerable.Range(0, CodeColumns.Block).Select(place => distances.Where((_, number) => number % CodeColumns.Block == place).Min()).Order().ToArray();
            Assert.Equal(CodeColumns.Block, found.Select(CodeColumns.Number).Select(number => number % CodeColumns.Block).Distinct().Count());
            for (var i = 0; i < found.Length; i++)
            {
                Assert.InRange(CodeColumns.Distance(found[i]), best[i] * (1 - Rounded), best[i] * (1 + Rounded));
                Assert.InRange(distances[CodeColumns.Number(found[i])], best[i] * (1 - Rounded), best[i] * (1 + Rounded));
            }
        }
    }

    [Fact]
    public void A_node_is_nearest_to_itself()
    {
        var nodes = Nodes(256);
        var columns = new CodeColumns(_index.Graph.Codes!, nodes, 0, 64);
        var prune = new RobustPrune(_index.Graph, alpha: 1, degree: 1);
        var coordinates = new sbyte[64];
        var found = new int[1];
        for (var number = 0; number < nodes.Length; number++)
        {
            var score = prune.From(nodes[number]).Code;
            score.CopyQuery(coordinates);
            columns.Find(coordinates, score.Scale, found);

            Assert.Equal(number, CodeColumns.Number(found[0]));
            Assert.InRange(CodeColumns.Distance(found[0]), 0, 1e-3f);
        }

        GC.KeepAlive(prune);
    }

    private int[] Nodes(int count)
    {
        var nodes = Enumerable.Range(0, _index.Graph.NodeCount).ToArray();
        new Random(count).Shuffle(nodes);
        return nodes[..count];
    }

    private (sbyte[] Coordinates, float Scale) Encode(float[] query, int count)
    {
        var encoded = Samples.Encode(_index, query);
        var coordinates = new sbyte[count];
        encoded.Score.Code.CopyQuery(coordinates);
        return (coordinates, encoded.Score.Code.Scale);
    }

    private double Distance(sbyte[] coordinates, float step, int node, int first, int dimensions)
    {
        var codes = new byte[first + dimensions];
        var halfStep = _index.Graph.Codes!.CopyCodes(node, codes);
        return Enumerable.Range(first, dimensions).Sum(i => Math.Pow((coordinates[i] * (double)step) - (CodeRows.HalfSteps(codes[i]) * (double)halfStep), 2));
    }
}
