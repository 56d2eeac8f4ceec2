using OmenDb.DiskAnn.Quantization;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Graph;

/// <summary>
/// Seeds of a graph that is walked by codes, in a table: each of two parts of a code has its leaders, and for each pair of those there is the node nearest to both. So a query that is compared with a few
/// hundred leaders finds some of a hundred thousand seeds ("The inverted multi-index", Babenko and Lempitsky, CVPR 2012; with nodes for leaders).
/// </summary>
internal sealed class SeedTable : Seeds
{
    // Of the cells in so many rows and columns, in the order of their leaders, those are looked at whose two places multiply to as much at most: 20.
    private const int Nearest = 8;

    // More dimensions cost more to compare than they save.
    private const int MostDimensions = 64;

    // A cell for four nodes.
    private const int Share = 2;

    private const int MostForCell = 8;
    private const int NodesAtOnce = 4096;
    private const int None = -1;

    private readonly Projection _projection; // and not the codes: memory of those that are replaced must not wait for other seeds
    private readonly CodeColumns _rows;
    private readonly CodeColumns _columns;
    private readonly int[] _cells;

    private SeedTable(int nodes, CodeRows codes, CodeColumns rows, CodeColumns columns)
        : base(nodes)
    {
        (_projection, _rows, _columns) = (codes.Projection, rows, columns);
        _cells = new int[rows.Count * columns.Count];
        Array.Fill(_cells, None);
    }

    /// <summary>Puts nodes into a table.</summary>
    /// <param name="codes">Their codes.</param>
    /// <param name="nodes">How many nodes.</param>
    /// <param name="seed">Leaders are chosen at random.</param>
    /// <param name="isOver">Whether nobody will need the table; asked again and again.</param>
    /// <returns>The table; null if nobody needs it.</returns>
    public static SeedTable? Choose(CodeRows codes, int nodes, int seed, Func<bool>? isOver)
    {
        var dimensions = Math.Min(codes.Projection.Dimensions / 2, MostDimensions) / CodeColumns.Dimensions * CodeColumns.Dimensions;
        var random = new Random(seed + 1); // other nodes than entry points are chosen from
        var table = new SeedTable(nodes, codes, Leaders(first: 0), Leaders(first: dimensions));
        return table.Fill(codes, nodes, isOver) ? table : null;

        CodeColumns Leaders(int first)
        {
            var leaders = new int[Math.Clamp((int)Math.Sqrt(nodes) / Share / CodeColumns.Block * CodeColumns.Block, CodeColumns.Block, CodeColumns.MostNodes)];
            foreach (ref var leader in leaders.AsSpan())
                leader = random.Next(nodes);
            return new CodeColumns(codes, leaders, first, dimensions);
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<int> Find(NodeScore score, SearchScratch scratch, Span<int> near)
    {
        if (!score.IsCode || !score.Code.IsBy(_projection))
            return []; // codes were learned anew, or given up
        Span<int> rows = stackalloc int[Nearest], columns = stackalloc int[Nearest];
        FindLeaders(score.Code, rows, columns);
        var count = 0;
        for (var row = 1; row <= Nearest; row++)
        {
            for (var column = 1; row * column <= Nearest; column++)
            {
                near[count] = _cells[Cell(rows[row - 1], columns[column - 1])];
                count += near[count] == None ? 0 : 1;
            }
        }

        return near[..count];
    }

    /// <inheritdoc/>
    protected override bool Fit(VectorGraph graph) => graph.Codes?.Projection == _projection;

    // Where there cannot be more leaders, some nodes are enough.
    private bool Fill(CodeRows codes, int nodes, Func<bool>? isOver)
    {
        var step = Math.Max(1, nodes / ((long)MostForCell * _cells.Length));
        var distances = new float[_cells.Length];
        Array.Fill(distances, float.PositiveInfinity);
        var buffer = new QueryBuffer<sbyte>(codes.QueryBytes);
        Span<int> row = stackalloc int[1], column = stackalloc int[1];
        for (long next = 0, done = 0; next < nodes; next += step, done++)
        {
            if (done % NodesAtOnce == 0 && isOver?.Invoke() == true)
                return false;
            var node = (int)next;
            FindLeaders(codes.OfNode(node, buffer), row, column);
            var cell = Cell(row[0], column[0]);
            var distance = CodeColumns.Distance(row[0]) + CodeColumns.Distance(column[0]);
            if (distance < distances[cell])
                (_cells[cell], distances[cell]) = (node, distance);
        }

        GC.KeepAlive(buffer);
        return true;
    }

    private int Cell(int row, int column) => (CodeColumns.Number(row) * _columns.Count) + CodeColumns.Number(column);

    private void FindLeaders(CodeScore score, Span<int> rows, Span<int> columns)
    {
        Span<sbyte> coordinates = stackalloc sbyte[2 * MostDimensions];
        score.CopyQuery(coordinates[..(2 * _rows.DimensionCount)]);
        _rows.Find(coordinates, score.Scale, rows);
        _columns.Find(coordinates[_rows.DimensionCount..], score.Scale, columns);
    }
}
