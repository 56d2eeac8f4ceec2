using System.Runtime.InteropServices;

namespace OmenDb.DiskAnn.Storage;

/// <summary>
/// Rows that are rounded anew, around another center, keep the errors of the roundings before. Of each row this bounds the sum of the squared steps that it was rounded by earlier:
/// it is at most <c>Fixed + (PerSquare * step * step)</c>, with the row's step now.
/// </summary>
/// <param name="Fixed">The part that is the same for all rows.</param>
/// <param name="PerSquare">The part that grows with the row's own squared step.</param>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct EarlierRounding(float Fixed, float PerSquare)
{
    /// <summary>The bound for a row.</summary>
    public double Squares(double squaredStep) => Fixed + (PerSquare * squaredStep);

    /// <summary>The tightest bound of this kind.</summary>
    /// <param name="rows">For each row its squared step, and the sum of those that it was rounded by before.</param>
    public static EarlierRounding Of(ReadOnlySpan<(double SquaredStep, double Earlier)> rows)
    {
        double mean = 0;
        double most = 0;
        foreach (var (squaredStep, earlier) in rows)
            (mean, most) = (mean + (squaredStep / rows.Length), Math.Max(most, earlier));
        if (mean == 0)
            return new EarlierRounding((float)most, 0);

        // A bound in proportion to the row's own squared step alone would be too large for rows far from the center, and a fixed one for rows near it: so a mixture of both.
        double largest = 0;
        foreach (var (squaredStep, earlier) in rows)
        {
            if (earlier > 0)
                largest = Math.Max(largest, earlier / (squaredStep + mean));
        }

        return new EarlierRounding((float)(largest * mean), (float)largest);
    }
}
