namespace OmenDb.Benchmarks.Vectors;

/// <summary>Noise around zero with variance one: cheap to start anew for each row.</summary>
/// <remarks>SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014).</remarks>
internal struct NoiseSource(long seed)
{
    private ulong _state = (ulong)seed;

    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        var value = _state;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    /// <summary>Four uniform numbers added up: near enough to a normal one.</summary>
    public float Next()
    {
        const float Scale = 1.7320508f / 65536;
        var bits = NextBits();
        var sum = (int)(bits & 0xFFFF) + (int)((bits >> 16) & 0xFFFF) + (int)((bits >> 32) & 0xFFFF) + (int)(bits >> 48);
        return (sum - (2 * 65535)) * Scale;
    }

    public void Fill(Span<float> destination)
    {
        foreach (ref var element in destination)
            element = Next();
    }
}
