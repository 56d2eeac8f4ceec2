using OmenDb.Benchmarks.Vectors;

namespace OmenDb.Benchmarks.Model;

/// <summary>The column that filtered searches select by.</summary>
internal static class Shares
{
    public const int Whole = 1000;

    public static int Of(int row) => (int)(new NoiseSource(row).NextBits() % Whole);
}
