using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.Sqlite.Storage.Internal;

/// <summary>Maps the types that can only be vectors. A <c>float[]</c> is one only where its column is a BLOB, as the model says of vectors.</summary>
internal sealed class VectorTypeMappingPlugin : IRelationalTypeMappingSourcePlugin
{
    public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo)
    {
        var type = mappingInfo.ClrType;
        return type is not null && (type != typeof(float[]) || mappingInfo.StoreTypeName == VectorTypeMapping.Default.StoreType) ? VectorTypeMapping.Find(type) : null;
    }
}
