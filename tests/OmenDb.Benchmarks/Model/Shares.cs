namespace OmenDb.Benchmarks.Model;

/// <summary>The column that filtered searches select by.</summary>
internal static class Shares
{
    public const int Whole = 1000;

    public static int Of(int row) => (int)(Mix((ulong)row) % Whole);

    // The finaliser of SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014).
    private static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
