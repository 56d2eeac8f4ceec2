using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Metadata.Internal;

/// <summary>How a vector index is written in generated code: <c>HasVectorIndex(VectorMetric.Cosine)</c>, and its storage where that is not the default.</summary>
internal static class VectorIndexCode
{
    // By name, so that it is chained: EF Core writes a method that it is given as a call of a static class.
    public static MethodCallCodeFragment Declare(IProperty vector)
        => new(nameof(VectorPropertyBuilderExtensions.HasVectorIndex), vector.GetIndexStorage() == VectorIndexStorage.Full
            ? [vector.GetIndexMetric()]
            : [vector.GetIndexMetric(), vector.GetIndexStorage()]);
}
