#pragma warning disable NPG9001 // how Npgsql's own plug-ins add a type
using Npgsql.Internal;
using Npgsql.Internal.Postgres;

namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>Maps <c>vector</c> and <c>halfvec</c> to the bytes on the wire.</summary>
internal sealed class VectorTypeInfoResolverFactory : PgTypeInfoResolverFactory
{
    public override IPgTypeInfoResolver CreateResolver() => new Resolver();

    public override IPgTypeInfoResolver? CreateArrayResolver() => null;

    private sealed class Resolver : IPgTypeInfoResolver
    {
        private readonly TypeInfoMappingCollection _mappings = Create();

        public PgTypeInfo? GetTypeInfo(Type? type, DataTypeName? dataTypeName, PgSerializerOptions options)
            => _mappings.Find(type, dataTypeName, options);

        private static TypeInfoMappingCollection Create()
        {
            var mappings = new TypeInfoMappingCollection();
            foreach (var name in new[] { VectorStoreType.Vector, VectorStoreType.HalfVector })
                mappings.AddType<byte[]>(name, static (options, mapping, _) => mapping.CreateInfo(options, new WireConverter()), MatchRequirement.DataTypeName);
            return mappings;
        }
    }
}
