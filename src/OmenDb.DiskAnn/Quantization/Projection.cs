using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace OmenDb.DiskAnn.Quantization;

/// <summary>
/// Maps a row to the few dimensions it is walked in. They are the directions along which rows differ most, mixed by a random rotation: all
/// then vary alike and nearly normally, so one scale serves them all, however skewed or heavy-tailed the elements of the vectors are
/// (principal subspace as in LeanVec, Tepper et al., TMLR 2024; rotation as in ITQ, Gong and Lazebnik, CVPR 2011).
/// </summary>
internal sealed unsafe class Projection
{
    private const float Unit = short.MaxValue;

    private readonly float[] _center;
    private readonly short[] _directions;
    private readonly int _length;

    /// <summary>Takes over what was learned.</summary>
    /// <param name="center">The mean row.</param>
    /// <param name="directions">See <see cref="Directions"/>.</param>
    /// <param name="dimensions">How many directions there are: an even number.</param>
    /// <param name="step">See <see cref="Step"/>.</param>
    public Projection(float[] center, short[] directions, int dimensions, float step)
    {
        _center = center;
        _directions = directions;
        _length = PaddedLength(center.Length);
        Dimensions = dimensions;
        Step = step;
    }

    /// <summary>Dimensions walked in.</summary>
    public int Dimensions { get; }

    /// <summary>What one step of a code stands for.</summary>
    public float Step { get; }

    /// <summary>The mean row.</summary>
    public ReadOnlySpan<float> Center => _center;

    /// <summary>The orthonormal directions, one padded row each, in units of 1/32,767.</summary>
    public ReadOnlySpan<short> Directions => _directions;

    /// <summary>16-bit numbers in a padded direction.</summary>
    public static int PaddedLength(int rowLength) => (rowLength + ShortDot.Lanes - 1) / ShortDot.Lanes * ShortDot.Lanes;

    /// <summary>Rounds directions to 16 bits.</summary>
    /// <param name="directions">Orthonormal directions of equal length.</param>
    public static short[] Round(IReadOnlyList<float[]> directions)
    {
        var length = PaddedLength(directions[0].Length);
        var rounded = new short[directions.Count * length];
        for (var i = 0; i < directions.Count; i++)
        {
            for (var j = 0; j < directions[i].Length; j++)
                rounded[i * length + j] = (short)MathF.Round(Math.Clamp(directions[i][j], -1, 1) * Unit);
        }

        return rounded;
    }

    /// <summary>Projects a row.</summary>
    /// <param name="row">A padded row.</param>
    /// <param name="projected">Receives <see cref="Dimensions"/> coordinates around the center.</param>
    [SkipLocalsInit]
    public void Project(ReadOnlySpan<float> row, Span<float> projected)
    {
        // 96 KB at most, and nothing for a search to allocate.
        Span<float> centered = stackalloc float[_length];
        Span<short> rounded = stackalloc short[_length];
        TensorPrimitives.Subtract(row, _center, centered);
        centered[row.Length..].Clear();
        var norm = TensorPrimitives.Norm<float>(centered);
        if (!(norm > 0 && float.IsFinite(norm)))
        {
            projected.Clear();
            return;
        }

        // A little less than the unit, so that rounding does not make the vector longer than the dot product allows.
        TensorPrimitives.Multiply(centered, (Unit - 256) / norm, centered);
        TensorPrimitives.Round<float>(centered, centered);
        TensorPrimitives.ConvertSaturating<float, short>(centered, rounded);
        var scale = norm / (Unit - 256) / Unit;
        fixed (short* x = rounded)
        fixed (short* directions = _directions)
        {
            for (var i = 0; i < Dimensions; i += 2)
            {
                var direction = directions + ((long)i * _length);
                var (a, b) = ShortDot.Compute(x, direction, direction + _length, _length);
                projected[i] = a * scale;
                projected[i + 1] = b * scale;
            }
        }
    }
}
