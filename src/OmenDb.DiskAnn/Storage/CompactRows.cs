using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using OmenDb.DiskAnn.Distance;
using OmenDb.DiskAnn.Graph;
using OmenDb.DiskAnn.Quantization;

namespace OmenDb.DiskAnn.Storage;

// Invariant: every node number given to a method is below the store's capacity. A row is _length bytes, a multiple of 32, then its terms:
// the squared norm, the step, and in augmented rows the added element. A query's bytes are as many, and zero behind its elements.

/// <summary>
/// Rows rounded to bytes: a row's difference from a common center, in steps of the row's own. The step keeps the norm as it was, so that equal rows are at distance zero. The errors of
/// rounding are independent from element to element, so they add up only as the square root of the dimensions: to 0.1 % of the product of two norms at 384.
/// </summary>
internal sealed unsafe class CompactRows : VectorRows
{
    private const int Lanes = 32;
    private const int Largest = 127;

    // A query whose elements are below this is lifted before it is rounded. Both are powers of two, so nothing is lost where a step is a normal float (of elements above 1e-36).
    private const float Short = 1f / (1L << 60);
    private const float Lift = 1L << 62;

    // Up to this much of its squared norm, a row's score may be that of an equal one: their product is the squared norm but for rounding.
    private const float NearlyNothing = 1e-5f;

    // Rounding changes an element by up to half a step either way, evenly distributed: the deviation of that is the step over the root of 12.
    private const double DeviationsPerStep = 0.288675;
    private const double ErrorDeviations = 4;

    // The square of what rounding changes in an element, in squared steps: its mean, and four deviations of it.
    private const double SquareMean = 1 / 12.0;
    private const double SquareDeviations = 0.2981;

    private readonly RowEncoder _encoder;
    private readonly float[] _center;
    private readonly int _length;
    private readonly float[] _encoded;
    private readonly QueryBuffer<sbyte> _ones;

    /// <summary>Makes an empty store.</summary>
    /// <param name="encoder">Makes the rows that are rounded.</param>
    /// <param name="center">What rows lie around: as long as a padded row.</param>
    /// <param name="earlier">What roundings before left in the rows that will be written first.</param>
    public CompactRows(RowEncoder encoder, float[] center, EarlierRounding earlier = default)
        : base(PaddedLength(encoder) + ((encoder.IsAugmented ? 3 : 2) * sizeof(float)))
    {
        _encoder = encoder;
        _center = center;
        Earlier = earlier;
        _length = PaddedLength(encoder);
        _encoded = new float[encoder.RowLength];
        _ones = new QueryBuffer<sbyte>(_length);
        _ones.Span.Fill(1);
    }

    /// <summary>What rows lie around.</summary>
    public ReadOnlySpan<float> Center => _center;

    /// <summary>What earlier roundings left in the rows.</summary>
    public EarlierRounding Earlier { get; set; }

    /// <summary>What a row's rounded elements count.</summary>
    public float Step(int node) => ((float*)(Memory.Row(node) + _length))[1];

    /// <inheritdoc/>
    public override void Encode(ReadOnlySpan<float> vector, int node)
    {
        _encoder.EncodeRow(vector, _encoded);
        Write(node, _encoded);
    }

    /// <summary>Rounds a row.</summary>
    /// <param name="node">The node.</param>
    /// <param name="row">A padded row.</param>
    [SkipLocalsInit]
    public void Write(int node, ReadOnlySpan<float> row)
    {
        Span<float> centered = stackalloc float[_encoder.Dimensions];
        TensorPrimitives.Subtract(row[..centered.Length], _center.AsSpan(0, centered.Length), centered);
        var bytes = Memory.Row(node);
        var terms = (float*)(bytes + _length);
        (var squares, terms[1]) = Round(centered, new Span<sbyte>(bytes, _length));
        terms[0] = Bounded(squares);
        for (var i = 0; i < _length; i += Lanes)
            Flipped(bytes + i).Store(bytes + i);
        if (_encoder.IsAugmented)
            terms[2] = row[_encoder.Dimensions];
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<float> Read(int node, Span<float> buffer)
    {
        Checks?.Check(node);
        var bytes = Memory.Row(node);
        var terms = (float*)(bytes + _length);
        for (var i = 0; i < _encoder.Dimensions; i++)
            buffer[i] = _center[i] + (terms[1] * (bytes[i] - ByteDot.Zero));
        buffer[_encoder.Dimensions..].Clear();
        if (_encoder.IsAugmented)
            buffer[_encoder.Dimensions] = terms[2];
        return buffer;
    }

    /// <inheritdoc/>
    public override void Raise(int node, double by)
    {
        Checks?.Check(node);
        ref var added = ref ((float*)(Memory.Row(node) + _length))[2];
        added = (float)Math.Sqrt(((double)added * added) + by);
    }

    /// <inheritdoc/>
    public override CompactQuery? NewQuery() => new(_length);

    /// <inheritdoc/>
    [SkipLocalsInit]
    public override RowScore OfQuery(float* query, CompactQuery? memory)
    {
        var row = new ReadOnlySpan<float>(query, _encoder.Dimensions);
        var center = _center.AsSpan(0, row.Length);
        Span<float> centered = stackalloc float[row.Length];
        memory!.Added = float.NaN;
        if (_encoder.IsAugmented)
        {
            row.CopyTo(centered); // its product with a row is that with the center and that with the row's difference from it
            memory.Start = -TensorPrimitives.Dot(row, center);
            memory.Times = 1;
        }
        else
        {
            TensorPrimitives.Subtract(row, center, centered);
            memory.Start = 0;
            memory.Times = 2;
        }

        // Steps of a very short query are no floats until it is longer; a product with it is then as many times too large.
        var lift = _encoder.IsAugmented && Math.Abs(TensorPrimitives.MaxMagnitude<float>(centered)) < Short ? Lift : 1;
        if (lift != 1)
            TensorPrimitives.Multiply(centered, lift, centered);
        var (squares, step) = Round(centered, memory.Bytes.Span);
        (memory.SquaredNorm, memory.Squares, memory.Step) = (squares / ((double)lift * lift), Bounded(squares), step / lift);
        var sum = 0;
        foreach (var element in memory.Bytes.Span)
            sum += element;
        memory.Excess = ByteDot.Excess * sum;
        return new RowScore(this, memory);
    }

    /// <inheritdoc/>
    public override RowScore OfNode(int node, CompactQuery? memory)
    {
        Checks?.Check(node);
        var bytes = Memory.Row(node);
        var terms = (float*)(bytes + _length);
        for (var i = 0; i < _length; i += Lanes)
            Flipped(bytes + i).Store((byte*)memory!.Bytes.Pointer + i);
        (memory!.SquaredNorm, memory.Squares, memory.Step, memory.Start, memory.Times) = (terms[0], terms[0], terms[1], 0, 2);
        memory.Excess = ByteDot.Excess * (ByteDot.One(bytes, _ones.Pointer, _length) - (ByteDot.Excess * _length));
        memory.Added = _encoder.IsAugmented ? terms[2] : float.NaN;
        return new RowScore(this, memory);
    }

    /// <inheritdoc/>
    public override float NearlyZero(int node) => NearlyNothing * ((float*)(Memory.Row(node) + _length))[0];

    /// <inheritdoc/>
    public override bool IsFinite(int node)
    {
        var terms = (float*)(Memory.Row(node) + _length);
        return float.IsFinite(terms[0]) && float.IsFinite(terms[1]) && terms[0] >= 0 && terms[1] >= 0 && (!_encoder.IsAugmented || float.IsFinite(terms[2]));
    }

    /// <summary>The score of a stored row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public float Score(CompactQuery query, int node)
    {
        Checks?.Check(node);
        var row = Memory.Row(node);
        return Score(query, (float*)(row + _length), ByteDot.One(row, query.Bytes.Pointer, _length));
    }

    /// <summary>The scores of stored rows, four at a time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(CompactQuery query, ReadOnlySpan<int> nodes, Span<ulong> candidates)
    {
        var bytes = query.Bytes.Pointer;
        var i = 0;
        if (ByteDot.HasFour)
        {
            for (; i <= nodes.Length - 4; i += 4)
            {
                for (var j = 0; j < 4; j++)
                    Checks?.Check(nodes[i + j]);
                byte* r0 = Memory.Row(nodes[i]), r1 = Memory.Row(nodes[i + 1]), r2 = Memory.Row(nodes[i + 2]), r3 = Memory.Row(nodes[i + 3]);
                var products = ByteDot.Four(r0, r1, r2, r3, bytes, _length);
                candidates[i] = Candidate.Pack(Score(query, (float*)(r0 + _length), products[0]), nodes[i]);
                candidates[i + 1] = Candidate.Pack(Score(query, (float*)(r1 + _length), products[1]), nodes[i + 1]);
                candidates[i + 2] = Candidate.Pack(Score(query, (float*)(r2 + _length), products[2]), nodes[i + 2]);
                candidates[i + 3] = Candidate.Pack(Score(query, (float*)(r3 + _length), products[3]), nodes[i + 3]);
            }
        }

        for (; i < nodes.Length; i++)
            candidates[i] = Candidate.Pack(Score(query, nodes[i]), nodes[i]);
    }

    /// <summary>By how much a score may be too large.</summary>
    public float Error(CompactQuery query, int node)
    {
        var terms = (float*)(Memory.Row(node) + _length);
        var (squares, step) = ((double)terms[0], (double)terms[1]);
        var variance = (step * step * query.SquaredNorm) + ((double)query.Step * query.Step * squares);
        var earlier = Earlier.Squares(step * step);
        double nearer = 0;
        if (earlier > 0)
        {
            variance += earlier * (query.Times == 1 ? query.SquaredNorm : query.SquaredNorm + squares);
            if (query.Times == 2) // at worst, all that was rounded led away from the query
                nearer = earlier * ((SquareMean * _encoder.Dimensions) + (SquareDeviations * Math.Sqrt(_encoder.Dimensions)));
        }

        return (float)((ErrorDeviations * query.Times * DeviationsPerStep * Math.Sqrt(variance)) + nearer);
    }

    /// <inheritdoc/>
    protected override ReadOnlySpan<byte> Identity(int node)
    {
        Checks?.Check(node);
        return Memory.Span<byte>(node)[..(_length + (2 * sizeof(float)))]; // the added element follows from the vector
    }

    private static int PaddedLength(RowEncoder encoder) => (encoder.Dimensions + Lanes - 1) / Lanes * Lanes;

    // Bytes of rows are 128 more than what they stand for.
    private static Vector256<byte> Flipped(byte* bytes) => Vector256.Load(bytes) ^ Vector256.Create((byte)ByteDot.Zero);

    private static float Bounded(double squares) => (float)Math.Min(squares, float.MaxValue);

    private static (double Squares, float Step) Round(ReadOnlySpan<float> elements, Span<sbyte> rounded)
    {
        rounded.Clear();
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude(elements));
        var scale = Largest / largest;
        if (!float.IsFinite(scale) || scale == 0)
            return (0, 0);
        long squares = 0;
        for (var i = 0; i < elements.Length; i++)
        {
            var element = (int)MathF.Round(elements[i] * scale);
            rounded[i] = (sbyte)element;
            squares += element * element;
        }

        var norm = RowEncoder.SquaredNorm(elements);
        return (norm, (float)Math.Sqrt(norm / squares));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Score(CompactQuery query, float* terms, int product)
    {
        var score = query.Start - (query.Times * query.Step * terms[1] * (product - query.Excess));
        if (query.Times == 1)
            return score;
        score += query.Squares + terms[0];
        if (!float.IsNaN(query.Added))
            score += (query.Added - terms[2]) * (query.Added - terms[2]);
        return score > 0 ? score : 0;
    }
}
