namespace OmenDb.DiskAnn.Distance;

/// <summary>A distance kernel. Implementations are empty structs, so that generic code over them is compiled to straight calls.</summary>
internal unsafe interface IDistance
{
    /// <summary>Compares two padded rows.</summary>
    /// <param name="a">The first row.</param>
    /// <param name="b">The second row.</param>
    /// <param name="length">Floats in each row: a multiple of <see cref="RowEncoder.Lanes"/>.</param>
    static abstract float Compute(float* a, float* b, int length);
}
