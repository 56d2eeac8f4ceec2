using System.Collections;
using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;

namespace OmenDb.EFCore.PostgreSQL.Storage.Internal;

/// <summary>Vectors as pgvector's <c>vector</c> of 32-bit floats, or <c>halfvec</c> of 16-bit ones.</summary>
public sealed class VectorTypeMapping : RelationalTypeMapping
{
    private VectorTypeMapping(string storeType, Type clrType, ValueConverter converter, ValueComparer comparer)
        : base(new RelationalTypeMappingParameters(new CoreTypeMappingParameters(clrType, converter, comparer, keyComparer: comparer), storeType))
    {
    }

    private VectorTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <summary>The mapping of <c>ReadOnlyMemory&lt;float&gt;</c>.</summary>
    public static VectorTypeMapping Default { get; } = new(
        VectorStoreType.Vector,
        typeof(ReadOnlyMemory<float>),
        new ValueConverter<ReadOnlyMemory<float>, byte[]>(v => VectorWire.ToBytes<float>(v), b => VectorWire.ToElements<float>(b)),
        new ValueComparer<ReadOnlyMemory<float>>((a, b) => Same(a, b), v => Hash(v), v => v.ToArray()));

    // after Default: static members are initialised in the order they are written
    private static VectorTypeMapping[] All { get; } =
    [
        Default,
        new(VectorStoreType.Vector,
            typeof(Memory<float>),
            new ValueConverter<Memory<float>, byte[]>(v => VectorWire.ToBytes<float>(v), b => VectorWire.ToElements<float>(b)),
            new ValueComparer<Memory<float>>((a, b) => Same<float>(a, b), v => Hash<float>(v), v => v.ToArray())),
        new(VectorStoreType.Vector,
            typeof(float[]),
            new ValueConverter<float[], byte[]>(v => VectorWire.ToBytes<float>(v), b => VectorWire.ToElements<float>(b)),
            new ValueComparer<float[]>((a, b) => a == null || b == null ? a == b : Same<float>(a, b), v => Hash<float>(v), v => v.ToArray())),
        new(VectorStoreType.HalfVector,
            typeof(ReadOnlyMemory<Half>),
            new ValueConverter<ReadOnlyMemory<Half>, byte[]>(v => VectorWire.ToBytes<Half>(v), b => VectorWire.ToElements<Half>(b)),
            new ValueComparer<ReadOnlyMemory<Half>>((a, b) => Same(a, b), v => Hash(v), v => v.ToArray())),
        new(VectorStoreType.HalfVector,
            typeof(Memory<Half>),
            new ValueConverter<Memory<Half>, byte[]>(v => VectorWire.ToBytes<Half>(v), b => VectorWire.ToElements<Half>(b)),
            new ValueComparer<Memory<Half>>((a, b) => Same<Half>(a, b), v => Hash<Half>(v), v => v.ToArray())),
        new(VectorStoreType.HalfVector,
            typeof(Half[]),
            new ValueConverter<Half[], byte[]>(v => VectorWire.ToBytes<Half>(v), b => VectorWire.ToElements<Half>(b)),
            new ValueComparer<Half[]>((a, b) => a == null || b == null ? a == b : Same<Half>(a, b), v => Hash<Half>(v), v => v.ToArray())),
    ];

    // The vector that is searched by with values of this mapping, if they are queries.
    private string? Searched { get; init; }

    internal bool IsHalf => VectorStoreType.IsHalf(StoreType);

    /// <summary>The mapping of a vector type, nullable or not; <see langword="null"/> for any other type.</summary>
    internal static VectorTypeMapping? Find(Type clrType, int? dimensions = null)
    {
        clrType = Nullable.GetUnderlyingType(clrType) ?? clrType;
        return Array.Find(All, m => m.ClrType == clrType) is not { } mapping || dimensions is null
            ? Array.Find(All, m => m.ClrType == clrType)
            : new VectorTypeMapping(mapping.Parameters.WithStoreTypeAndSize(VectorStoreType.Of(mapping.IsHalf, dimensions), null));
    }

    /// <summary>The mapping of a vector's bytes as the server has them, which migrations and their snapshots hold: defaults and seeds.</summary>
    internal static VectorTypeMapping OfWire(string storeType, int? dimensions) => new(
        VectorStoreType.Of(VectorStoreType.IsHalf(storeType), dimensions),
        typeof(byte[]),
        new ValueConverter<byte[], byte[]>(b => b, b => b),
        new ValueComparer<byte[]>((a, b) => StructuralComparisons.StructuralEqualityComparer.Equals(a, b), b => StructuralComparisons.StructuralEqualityComparer.GetHashCode(b), b => b.ToArray()));

    /// <summary>The mapping of queries to a vector: looked at before they are sent, and never NULL, by which every row is equally near.</summary>
    internal static VectorTypeMapping ForQueries(Type clrType, string vector, ValueConverter check)
        => new(Find(clrType)!.Parameters.WithComposedConverter(check, null, null, null, null)) { Searched = vector };

    /// <summary>The mapping of vectors that are compared with a column: looked at before they are sent.</summary>
    internal static VectorTypeMapping ForComparisons(Type clrType, ValueConverter check)
        => new(Find(clrType)!.Parameters.WithComposedConverter(check, null, null, null, null));

    /// <summary>Whether two vectors have the same bytes. Called from compiled models.</summary>
    public static bool Same<T>(ReadOnlyMemory<T> a, ReadOnlyMemory<T> b)
        where T : unmanaged
        => MemoryMarshal.AsBytes(a.Span).SequenceEqual(MemoryMarshal.AsBytes(b.Span));

    /// <summary>A hash of a vector's bytes. Called from compiled models.</summary>
    public static int Hash<T>(ReadOnlyMemory<T> vector)
        where T : unmanaged
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(vector.Span));
        return hash.ToHashCode();
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new VectorTypeMapping(parameters) { Searched = Searched };

    /// <inheritdoc />
    public override string GenerateProviderValueSqlLiteral(object? value)
        => value is null && Searched is not null ? throw new ArgumentException($"The query for '{Searched}' was refused: it is null.") : base.GenerateProviderValueSqlLiteral(value);

    /// <inheritdoc />
    protected override void ConfigureParameter(DbParameter parameter) => ((NpgsqlParameter)parameter).DataTypeName = StoreTypeNameBase;

    /// <inheritdoc />
    protected override string GenerateNonNullSqlLiteral(object value)
        => IsHalf
            ? $"'{VectorWire.ToText<Half>(VectorWire.ToElements<Half>((byte[])value))}'::{VectorStoreType.HalfVector}"
            : $"'{VectorWire.ToText<float>(VectorWire.ToElements<float>((byte[])value))}'::{VectorStoreType.Vector}";
}
