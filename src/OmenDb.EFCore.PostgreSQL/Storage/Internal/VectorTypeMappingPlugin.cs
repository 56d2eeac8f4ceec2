using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>Maps the types that can only be vectors, and the columns that are. A <c>float[]</c> is a vector only where its column is one; else it is an array.</summary>
internal sealed class VectorTypeMappingPlugin : IRelationalTypeMappingSourcePlugin
{
    public RelationalTypeMapping? FindMapping(in RelationalTypeMappingInfo mappingInfo)
    {
        var (type, store) = (mappingInfo.ClrType, mappingInfo.StoreTypeNameBase);
        var isVector = store is VectorStoreType.Vector or VectorStoreType.HalfVector;
        if (type is null)
            return isVector ? VectorTypeMapping.Find(store == VectorStoreType.Vector ? typeof(ReadOnlyMemory<float>) : typeof(ReadOnlyMemory<Half>), mappingInfo.Size) : null;
        if (type == typeof(byte[]))
            return isVector ? VectorTypeMapping.OfWire(store!, mappingInfo.Size) : null;
        return isVector || (store is null && type != typeof(float[])) ? VectorTypeMapping.Find(type, mappingInfo.Size) : null;
    }
}
