using System.Runtime.Intrinsics;

namespace OmenDb.DiskAnn.Distance;

/// <summary>What a distance adds up, element by element. Implementations are empty structs, so that <see cref="Kernel{TDistance}"/> is compiled anew around each.</summary>
internal interface IDistance
{
    /// <summary>Adds the terms of some elements.</summary>
    /// <param name="sum">The sum of those before.</param>
    /// <param name="a">Elements of the first row.</param>
    /// <param name="b">Elements of the second row.</param>
    static abstract Vector512<float> Add(Vector512<float> sum, Vector512<float> a, Vector512<float> b);

    /// <inheritdoc cref="Add(Vector512{float}, Vector512{float}, Vector512{float})"/>
    static abstract Vector256<float> Add(Vector256<float> sum, Vector256<float> a, Vector256<float> b);
}
