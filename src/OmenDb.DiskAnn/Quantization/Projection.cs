using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Quantization;

// Invariant: directions and the two halves of a row's elements are padded to a multiple of what the kernel takes at once, with zeros.

/// <summary>
/// Maps a row to the few dimensions it is walked in. They are the directions along which rows differ most, mixed by a random rotation: all
/// then vary alike and nearly normally, so one scale serves them all, however skewed or heavy-tailed the elements of the vectors are
/// (principal subspace as in LeanVec, Tepper et al., TMLR 2024; rotation as in ITQ, Gong and Lazebnik, CVPR 2011).
/// </summary>
internal sealed unsafe class Projection
{
    // Directions are rounded to a byte, which turns them by half a degree, the same for queries and rows. A row's elements may be of very
    // different sizes and are rounded to two bytes: one for what counts Base, one for the rest.
    private const int Largest = 127;
    private const int Base = (2 * Largest) + 1;

    private const int LineBytes = 64;

    // Elements at most this many times as large as is usual are told apart well enough by the first byte: it is rounded by a fiftieth.
    private const float FewAreLarge = 8;

    private readonly float[] _center;
    private readonly QueryBuffer<byte> _directions;
    private readonly int _length;

    /// <summary>Takes over what was learned.</summary>
    /// <param name="center">The mean row.</param>
    /// <param name="directions">See <see cref="Directions"/>.</param>
    /// <param name="dimensions">How many directions there are.</param>
    /// <param name="step">See <see cref="Step"/>.</param>
    public Projection(float[] center, ReadOnlySpan<byte> directions, int dimensions, float step)
    {
        _center = center;
        _length = PaddedLength(center.Length);
        _directions = new QueryBuffer<byte>((dimensions + ByteDot.Rows - 1) / ByteDot.Rows * ByteDot.Rows * _length);
        directions.CopyTo(_directions.Span);
        Dimensions = dimensions;
        Step = step;
    }

    /// <summary>Dimensions walked in.</summary>
    public int Dimensions { get; }

    /// <summary>What the directions' elements count.</summary>
    public float Step { get; }

    /// <summary>The mean row.</summary>
    public ReadOnlySpan<float> Center => _center;

    /// <summary>The orthonormal directions, one padded row each, in steps, 128 more than they are.</summary>
    public ReadOnlySpan<byte> Directions => _directions.Span[..(Dimensions * _length)];

    /// <summary>Bytes in a padded direction.</summary>
    public static int PaddedLength(int rowLength) => (rowLength + LineBytes - 1) / LineBytes * LineBytes;

    /// <summary>Rounds directions to bytes.</summary>
    /// <param name="center">The mean row.</param>
    /// <param name="directions">Orthonormal directions of equal length.</param>
    public static Projection Round(float[] center, IReadOnlyList<float[]> directions)
    {
        var largest = directions.Max(direction => Math.Abs(TensorPrimitives.MaxMagnitude<float>(direction)));
        var step = largest > 0 ? largest / Largest : 1;
        var length = PaddedLength(center.Length);
        var rounded = new byte[directions.Count * length];
        Array.Fill(rounded, (byte)ByteDot.Zero);
        for (var i = 0; i < directions.Count; i++)
        {
            for (var j = 0; j < directions[i].Length; j++)
                rounded[(i * length) + j] = (byte)(ByteDot.Zero + (int)MathF.Round(directions[i][j] / step));
        }

        return new Projection(center, rounded, directions.Count, step);
    }

    /// <summary>Projects a row.</summary>
    /// <param name="row">A padded row.</param>
    /// <param name="projected">Receives <see cref="Dimensions"/> coordinates around the center.</param>
    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Project(ReadOnlySpan<float> row, Span<float> projected)
    {
        // 96 KB at most, and nothing for a search to allocate.
        Span<float> centered = stackalloc float[row.Length];
        Span<sbyte> high = stackalloc sbyte[_length];
        Span<sbyte> low = stackalloc sbyte[_length];
        TensorPrimitives.Subtract(row, _center, centered);
        var largest = Math.Abs(TensorPrimitives.MaxMagnitude<float>(centered));
        if (!(largest > 0 && float.IsFinite(largest)))
        {
            projected.Clear();
            return;
        }

        var unit = largest / (Largest * Base);
        var (highs, lows) = Split(centered, 1 / unit, high, low);
        var hasLow = largest > FewAreLarge * TensorPrimitives.Norm<float>(centered) / MathF.Sqrt(row.Length);
        fixed (sbyte* first = high, second = low)
        {
            for (var i = 0; i < Dimensions; i += ByteDot.Rows)
            {
                var directions = _directions.Pointer + ((long)i * _length);
                var coordinates = Vector256.ConvertToSingle(ByteDot.Compute(directions, first, _length) - Vector256.Create(ByteDot.Excess * highs)) * (unit * Base * Step);
                if (hasLow)
                    coordinates += Vector256.ConvertToSingle(ByteDot.Compute(directions, second, _length) - Vector256.Create(ByteDot.Excess * lows)) * (unit * Step);
                if (i + ByteDot.Rows <= projected.Length)
                    coordinates.CopyTo(projected[i..]);
                else
                    CopyFirst(coordinates, projected[i..]);
            }
        }
    }

    private static void CopyFirst(Vector256<float> coordinates, Span<float> destination)
    {
        for (var i = 0; i < destination.Length; i++)
            destination[i] = coordinates[i];
    }

    // Rounds elements to whole units, as a signed byte that counts Base and one that counts what is left; returns the bytes' sums.
    private static (int High, int Low) Split(ReadOnlySpan<float> elements, float scale, Span<sbyte> high, Span<sbyte> low)
    {
        Vector128<int> highs = default, lows = default;
        for (var i = 0; i < elements.Length; i += Vector128<sbyte>.Count)
        {
            var (h0, l0) = Split(elements[i..], scale);
            var (h1, l1) = Split(elements[(i + 4)..], scale);
            var (h2, l2) = Split(elements[(i + 8)..], scale);
            var (h3, l3) = Split(elements[(i + 12)..], scale);
            Vector128.Narrow(Vector128.Narrow(h0, h1), Vector128.Narrow(h2, h3)).CopyTo(high[i..]);
            Vector128.Narrow(Vector128.Narrow(l0, l1), Vector128.Narrow(l2, l3)).CopyTo(low[i..]);
            highs += h0 + h1 + h2 + h3;
            lows += l0 + l1 + l2 + l3;
        }

        high[elements.Length..].Clear();
        low[elements.Length..].Clear();
        return (Vector128.Sum(highs), Vector128.Sum(lows));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector128<int> High, Vector128<int> Low) Split(ReadOnlySpan<float> elements, float scale)
    {
        var units = Vector128.Round(Vector128.Create(elements) * scale);
        var high = Vector128.ConvertToInt32Native(Vector128.Round(units * (1f / Base)));
        return (high, Vector128.ConvertToInt32Native(units) - (high * Base));
    }
}
