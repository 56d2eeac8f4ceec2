using OmenDb.DiskAnn.Distance;

namespace OmenDb.DiskAnn.Quantization;

/// <summary>
/// Maps a row to the few dimensions it is walked in, and to one signed byte for each. The dimensions are the directions along which rows
/// differ most, mixed by a random rotation: all then vary alike and nearly normally, so one scale serves them all, however skewed or
/// heavy-tailed the elements of the vectors are (principal subspace as in LeanVec, Tepper et al., TMLR 2024; rotation as in ITQ, Gong and
/// Lazebnik, CVPR 2011).
/// </summary>
/// <param name="rowLength">Floats in a row.</param>
/// <param name="matrix">The directions, one padded row each, orthonormal.</param>
/// <param name="mean">The mean of each direction's products.</param>
/// <param name="step">What one step of a code stands for.</param>
internal sealed unsafe class Projection(int rowLength, float[] matrix, float[] mean, float step)
{
    /// <summary>The largest code; the smallest is its negative.</summary>
    public const int Largest = 127;

    /// <summary>Dimensions walked in.</summary>
    public int Dimensions => mean.Length;

    /// <summary>Floats in a row.</summary>
    public int RowLength => rowLength;

    /// <summary>What one step of a code stands for.</summary>
    public float Step => step;

    /// <summary>The directions.</summary>
    public ReadOnlySpan<float> Matrix => matrix;

    /// <summary>The mean along each direction.</summary>
    public ReadOnlySpan<float> Mean => mean;

    /// <summary>Projects a row.</summary>
    /// <param name="row">A padded row.</param>
    /// <param name="projected">Receives <see cref="Dimensions"/> coordinates around the mean.</param>
    public void Project(ReadOnlySpan<float> row, Span<float> projected)
    {
        fixed (float* x = row)
        fixed (float* directions = matrix)
        {
            for (var i = 0; i < mean.Length; i++)
                projected[i] = -NegativeDot.Compute(directions + (long)i * rowLength, x, rowLength) - mean[i];
        }
    }
}
