using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OmenDb.EFCore.Sqlite.Storage.Internal;

/// <summary>Vectors as BLOBs of little-endian 32-bit floats, without a header: the bytes that sqlite-vec uses too.</summary>
public sealed class VectorTypeMapping : RelationalTypeMapping
{
    /// <summary>The mapping of <c>ReadOnlyMemory&lt;float&gt;</c>.</summary>
    public static VectorTypeMapping Default { get; } = new(
        typeof(ReadOnlyMemory<float>),
        new ValueConverter<ReadOnlyMemory<float>, byte[]>(v => ToBytes(v), b => ToFloats(b)),
        new ValueComparer<ReadOnlyMemory<float>>((a, b) => Same(a, b), v => Hash(v), v => v.ToArray()));

    /// <summary>The mapping of <c>Memory&lt;float&gt;</c>.</summary>
    public static VectorTypeMapping Memory { get; } = new(
        typeof(Memory<float>),
        new ValueConverter<Memory<float>, byte[]>(v => ToBytes(v), b => ToFloats(b)),
        new ValueComparer<Memory<float>>((a, b) => Same(a, b), v => Hash(v), v => v.ToArray()));

    /// <summary>The mapping of <c>float[]</c>.</summary>
    public static VectorTypeMapping Array { get; } = new(
        typeof(float[]),
        new ValueConverter<float[], byte[]>(v => ToBytes(v), b => ToFloats(b)),
        new ValueComparer<float[]>((a, b) => a == null || b == null ? a == b : Same(a, b), v => Hash(v), v => v.ToArray()));

    private VectorTypeMapping(Type clrType, ValueConverter converter, ValueComparer comparer)
        : base(new RelationalTypeMappingParameters(new CoreTypeMappingParameters(clrType, converter, comparer), "BLOB", dbType: System.Data.DbType.Binary))
    {
    }

    private VectorTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <summary>The mapping of a vector type, nullable or not.</summary>
    /// <param name="clrType"><c>ReadOnlyMemory&lt;float&gt;</c>, <c>Memory&lt;float&gt;</c> or <c>float[]</c>.</param>
    internal static VectorTypeMapping For(Type clrType)
    {
        clrType = Nullable.GetUnderlyingType(clrType) ?? clrType;
        return clrType == typeof(ReadOnlyMemory<float>) ? Default : clrType == typeof(Memory<float>) ? Memory : Array;
    }

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new VectorTypeMapping(parameters);

    /// <inheritdoc />
    protected override string GenerateNonNullSqlLiteral(object value)
        => $"X'{Convert.ToHexString(value as byte[] ?? MemoryMarshal.AsBytes(EFCore.Metadata.Internal.VectorGuard.AsSpan(value)).ToArray())}'";

    private static byte[] ToBytes(ReadOnlyMemory<float> vector) => MemoryMarshal.AsBytes(vector.Span).ToArray();

    private static float[] ToFloats(byte[] bytes) => MemoryMarshal.Cast<byte, float>(bytes).ToArray();

    private static bool Same(ReadOnlyMemory<float> a, ReadOnlyMemory<float> b)
        => MemoryMarshal.AsBytes(a.Span).SequenceEqual(MemoryMarshal.AsBytes(b.Span));

    private static int Hash(ReadOnlyMemory<float> vector)
    {
        var hash = new HashCode();
        hash.AddBytes(MemoryMarshal.AsBytes(vector.Span));
        return hash.ToHashCode();
    }
}
