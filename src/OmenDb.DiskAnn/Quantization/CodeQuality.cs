using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: the sample is as many padded rows as are counted, pinned while they are compared; the code that the score addresses is kept until then.

/// <summary>
/// Finds out whether codes can tell a sample's rows apart: how many of a row's ten nearest are among its twenty nearest by code. Where a few
/// rows are far longer than all others, one scale leaves most rows on a handful of codes, and no walk on codes finds the nearest of them.
/// </summary>
internal sealed unsafe class CodeQuality
{
    /// <summary>Codes below this are not used: walks on them need lists many times as long. On sets of images, texts and descriptors it is 0.99 and more.</summary>
    public const double Enough = 0.98;

    private const int Queries = 64;
    private const int Nearest = 10;
    private const int NearestByCode = 20;

    private readonly CodeRows _codes;
    private readonly float[] _sample;
    private readonly int _rows;
    private readonly int _rowLength;

    private CodeQuality(CodeRows codes, float[] sample, int rows, int rowLength)
    {
        _codes = codes;
        _sample = sample;
        _rows = rows;
        _rowLength = rowLength;
    }

    /// <summary>Measures.</summary>
    /// <param name="projection">The projection learned from the sample.</param>
    /// <param name="sample">Padded rows, one after the other.</param>
    /// <param name="rows">How many.</param>
    /// <param name="zeroed">The element that is zero in queries, though not in rows; or -1.</param>
    /// <param name="workers">The threads to use.</param>
    /// <returns>Between 0 and 1; 1 for a sample too small to tell.</returns>
    public static double Measure(Projection projection, float[] sample, int rows, int zeroed, Workers workers)
    {
        if (rows <= NearestByCode)
            return 1;
        var rowLength = sample.Length / rows;
        using var codes = new CodeRows(projection);
        codes.Memory.EnsureCapacity(rows);
        var projected = new float[workers.Count][];
        workers.Run(rows, (worker, row) =>
        {
            var coordinates = projected[worker] ??= new float[projection.Dimensions];
            projection.Project(sample.AsSpan(row * rowLength, rowLength), coordinates);
            codes.Write(row, coordinates);
        });
        var quality = new CodeQuality(codes, sample, rows, rowLength);
        var found = new int[workers.Count];
        var queries = Math.Min(Queries, rows);
        workers.Run(queries, (worker, query) => found[worker] += quality.Found((int)((long)query * rows / queries), zeroed));
        return (double)found.Sum() / (queries * Nearest);
    }

    private int Found(int row, int zeroed)
    {
        var query = new QueryBuffer<float>(_rowLength);
        _sample.AsSpan(row * _rowLength, _rowLength).CopyTo(query.Span);
        if (zeroed >= 0)
            query.Span[zeroed] = 0;
        var projected = new float[_codes.Projection.Dimensions];
        _codes.Projection.Project(query.Span, projected);
        var code = new QueryBuffer<sbyte>(_codes.QueryBytes);
        var score = _codes.OfQuery(projected, code);
        var byCode = new CandidatePool();
        var exact = new CandidatePool();
        byCode.Reset(NearestByCode);
        exact.Reset(Nearest);
        var scored = new ulong[_rows];
        score.Score([.. Enumerable.Range(0, _rows)], scored);
        foreach (var candidate in scored)
            byCode.Offer(candidate);
        GC.KeepAlive(code); // which the score addresses
        var scores = new float[_rows];
        fixed (float* sample = _sample)
        {
            for (var other = 0; other < _rows; other++)
            {
                var compared = sample + ((long)other * _rowLength);
                // Rows that are filled up to one norm differ by too little of it: only their products tell.
                scores[other] = zeroed >= 0 ? Kernel<NegativeDot>.Compute(query.Pointer, compared, _rowLength) : Kernel<SquaredEuclidean>.Compute(query.Pointer, compared, _rowLength);
                exact.Offer(Candidate.Pack(scores[other], other));
            }
        }

        // As near as the tenth counts as well: rows may be equal.
        var furthest = Candidate.Score(exact.Items[^1]);
        var found = 0;
        foreach (var candidate in byCode.Items)
            found += scores[Candidate.Node(candidate)] <= furthest ? 1 : 0;
        return Math.Min(found, Nearest);
    }
}
