namespace OmenDb.Benchmarks.Vectors;

/// <summary>Vectors by row number. Safe to read from any thread.</summary>
internal interface IVectorSource
{
    int Count { get; }

    int Dimensions { get; }

    void Copy(int row, Span<float> destination);
}
