using System.Globalization;

namespace OmenDb.EFCore;

/// <summary>What <see cref="IVectorIndex.VerifyAsync"/> found.</summary>
/// <param name="Rows">Rows that have a vector.</param>
/// <param name="Checked">Rows whose vector was found in the index, or is waiting to be put there.</param>
/// <param name="Problems">What is wrong, a sentence each; empty when nothing is.</param>
public sealed record VectorIndexVerification(long Rows, long Checked, IReadOnlyList<string> Problems)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool IsHealthy => Problems.Count == 0;

    /// <summary>What was found, in a line and one more for each problem.</summary>
    public override string ToString()
        => string.Join(Environment.NewLine, [string.Create(CultureInfo.InvariantCulture, $"Rows: {Rows}, in order: {Checked}, problems: {Problems.Count}"), .. Problems]);
}
