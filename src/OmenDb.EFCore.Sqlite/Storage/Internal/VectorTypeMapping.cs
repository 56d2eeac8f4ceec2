using System.Runtime.InteropServices;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace OmenDb.EFCore.Sqlite.Storage.Internal;

/// <summary>Vectors as BLOBs of little-endian floats, 32-bit or 16-bit, without a header: the bytes that sqlite-vec uses too.</summary>
public sealed class VectorTypeMapping : RelationalTypeMapping
{
    private VectorTypeMapping(Type clrType, ValueConverter converter, ValueComparer comparer)
        : base(new RelationalTypeMappingParameters(new CoreTypeMappingParameters(clrType, converter, comparer, keyComparer: comparer), "BLOB", dbType: System.Data.DbType.Binary))
    {
    }

    private VectorTypeMapping(RelationalTypeMappingParameters parameters)
        : base(parameters)
    {
    }

    /// <summary>The mapping of <c>ReadOnlyMemory&lt;float&gt;</c>.</summary>
    public static VectorTypeMapping Default { get; } = new(
        typeof(ReadOnlyMemory<float>),
        new ValueConverter<ReadOnlyMemory<float>, byte[]>(v => ToBytes(v), b => ToElements<float>(b)),
        new ValueComparer<ReadOnlyMemory<float>>((a, b) => Same(a, b), v => Hash(v), v => v.ToArray()));

    // after Default: static members are initialised in the order they are written
    private static VectorTypeMapping[] All { get; } =
    [
        Default,
        new(typeof(Memory<float>),
            new ValueConverter<Memory<float>, byte[]>(v => ToBytes<float>(v), b => ToElements<float>(b)),
            new ValueComparer<Memory<float>>((a, b) => Same<float>(a, b), v => Hash<float>(v), v => v.ToArray())),
        new(typeof(float[]),
            new ValueConverter<float[], byte[]>(v => ToBytes<float>(v), b => ToElements<float>(b)),
            new ValueComparer<float[]>((a, b) => a == null || b == null ? a == b : Same<float>(a, b), v => Hash<float>(v), v => v.ToArray())),
        new(typeof(ReadOnlyMemory<Half>),
            new ValueConverter<ReadOnlyMemory<Half>, byte[]>(v => ToBytes(v), b => ToElements<Half>(b)),
            new ValueComparer<ReadOnlyMemory<Half>>((a, b) => Same(a, b), v => Hash(v), v => v.ToArray())),
        new(typeof(Memory<Half>),
            new ValueConverter<Memory<Half>, byte[]>(v => ToBytes<Half>(v), b => ToElements<Half>(b)),
            new ValueComparer<Memory<Half>>((a, b) => Same<Half>(a, b), v => Hash<Half>(v), v => v.ToArray())),
        new(typeof(Half[]),
            new ValueConverter<Half[], byte[]>(v => ToBytes<Half>(v), b => ToElements<Half>(b)),
            new ValueComparer<Half[]>((a, b) => a == null || b == null ? a == b : Same<Half>(a, b), v => Hash<Half>(v), v => v.ToArray())),
    ];

    // The vector that is searched by with values of this mapping, if they are queries.
    private string? Searched { get; init; }

    /// <summary>Whether values of this mapping are looked at before they are compared with a column.</summary>
    internal bool IsComparison { get; private init; }

    /// <summary>The mapping of a vector type, nullable or not; <see langword="null"/> for any other type.</summary>
    internal static VectorTypeMapping? Find(Type clrType)
    {
        clrType = Nullable.GetUnderlyingType(clrType) ?? clrType;
        return Array.Find(All, m => m.ClrType == clrType);
    }

    /// <summary>The mapping of queries of a vector type to a vector: looked at before they are sent, and never NULL, by which every row is equally near.</summary>
    internal static VectorTypeMapping ForQueries(Type clrType, string vector, ValueConverter check)
        => new(Find(clrType)!.Parameters.WithComposedConverter(check, null, null, null, null)) { Searched = vector };

    /// <summary>The mapping of vectors that are compared with a column: looked at before they are sent.</summary>
    internal static VectorTypeMapping ForComparisons(Type clrType, ValueConverter check)
        => new(Find(clrType)!.Parameters.WithComposedConverter(check, null, null, null, null)) { IsComparison = true };

    /// <summary>The bytes of a vector, as they are stored.</summary>
    internal static ReadOnlySpan<byte> Bytes(object vector) => vector switch
    {
        ReadOnlyMemory<float> memory => MemoryMarshal.AsBytes(memory.Span),
        Memory<float> memory => MemoryMarshal.AsBytes(memory.Span),
        float[] array => MemoryMarshal.AsBytes(array.AsSpan()),
        ReadOnlyMemory<Half> memory => MemoryMarshal.AsBytes(memory.Span),
        Memory<Half> memory => MemoryMarshal.AsBytes(memory.Span),
        Half[] array => MemoryMarshal.AsBytes(array.AsSpan()),
        byte[] bytes => bytes,
        _ => throw new ArgumentException($"{vector.GetType().Name} is not a vector type.", nameof(vector)),
    };

    /// <inheritdoc />
    protected override RelationalTypeMapping Clone(RelationalTypeMappingParameters parameters) => new VectorTypeMapping(parameters) { Searched = Searched, IsComparison = IsComparison };

    /// <inheritdoc />
    public override string GenerateProviderValueSqlLiteral(object? value)
        => value is null && Searched is not null ? throw new ArgumentException($"The query for '{Searched}' was refused: it is null.") : base.GenerateProviderValueSqlLiteral(value);

    /// <inheritdoc />
    protected override string GenerateNonNullSqlLiteral(object value) => $"X'{Convert.ToHexString(Bytes(value))}'";

    /// <summary>The bytes of a vector. Called from compiled models.</summary>
    public static byte[] ToBytes<T>(ReadOnlyMemory<T> vector)
        where T : unmanaged
        => MemoryMarshal.AsBytes(vector.Span).ToArray();

    /// <summary>The elements in a vector's bytes. Called from compiled models.</summary>
    public static T[] ToElements<T>(byte[] bytes)
        where T : unmanaged
        => MemoryMarshal.Cast<byte, T>(bytes).ToArray();

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
}
