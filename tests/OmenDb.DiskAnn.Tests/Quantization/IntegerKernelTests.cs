using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using OmenDb.DiskAnn.Quantization;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Quantization;

/// <summary>Every path of the integer kernels that this processor has, against one plain sum.</summary>
public sealed unsafe class IntegerKernelTests
{
    private const int Lanes = 64;
    private const int LongestRow = 2048;
    private const int MostBytes = 65_536;

    private delegate int NibblePath(byte* codes, sbyte* signed, int length);

    private delegate Vector256<int> BytePath(byte* rows, sbyte* signed, int length);

    private delegate Vector256<int> ColumnPath(Vector256<byte> codes, Vector256<sbyte> signed);

    private static readonly Dictionary<string, NibblePath> NibblePaths = Supported<NibblePath>(
        (nameof(NibbleDot.Compute), true, NibbleDot.Compute),
        (nameof(NibbleDot.ComputeFour), NibbleDot.HasFour, ComputeFour),
        (nameof(NibbleDot.Portable), true, NibbleDot.Portable),
        (nameof(NibbleDot.Wide256), Avx2.IsSupported, NibbleDot.Wide256),
        (nameof(NibbleDot.Neon), Dp.IsSupported, NibbleDot.Neon));

    private static readonly Dictionary<string, BytePath> BytePaths = Supported<BytePath>(
        (nameof(ByteDot.Compute), true, ByteDot.Compute),
        (nameof(ByteDot.One), true, (rows, signed, length) => OneByOne(ByteDot.One, rows, signed, length)),
        (nameof(ByteDot.Four), ByteDot.HasFour, Four),
        (nameof(ByteDot.OneWide256), Avx2.IsSupported, (rows, signed, length) => OneByOne(ByteDot.OneWide256, rows, signed, length)),
        (nameof(ByteDot.Portable), true, ByteDot.Portable),
        (nameof(ByteDot.Wide256), Avx2.IsSupported, ByteDot.Wide256),
        (nameof(ByteDot.Neon), Dp.IsSupported, ByteDot.Neon));

    private static readonly Dictionary<string, ColumnPath> ColumnPaths = Supported<ColumnPath>(
        (nameof(CodeColumns.Add), true, (codes, signed) => CodeColumns.Add(default, codes, signed)),
        (nameof(CodeColumns.Portable), true, CodeColumns.Portable),
        (nameof(CodeColumns.Wide256), Avx2.IsSupported, CodeColumns.Wide256),
        (nameof(CodeColumns.Neon), Dp.IsSupported, CodeColumns.Neon));

    public static TheoryData<string> NibbleNames { get; } = [.. NibblePaths.Keys];

    public static TheoryData<string> ByteNames { get; } = [.. BytePaths.Keys];

    public static TheoryData<string> ColumnNames { get; } = [.. ColumnPaths.Keys];

    public static TheoryData<string, byte, sbyte> NibbleExtremes { get; } = Extremes(NibblePaths.Keys, [0, byte.MaxValue], [sbyte.MinValue, sbyte.MaxValue]);

    public static TheoryData<string, byte, sbyte> ByteExtremes { get; } = Extremes(BytePaths.Keys, [1, byte.MaxValue], [-sbyte.MaxValue, sbyte.MaxValue]);

    [Fact]
    public void The_portable_paths_and_others_run_here()
    {
        Assert.Contains(nameof(NibbleDot.Portable), NibblePaths.Keys);
        Assert.Contains(nameof(ByteDot.Portable), BytePaths.Keys);
        Assert.SkipWhen(AdvSimd.IsSupported && !Dp.IsSupported, "This ARM64 processor has no dot products, as before Graviton 2 or in a Raspberry Pi 4: the portable path is its best.");
        Assert.True(NibblePaths.Count > 2 && BytePaths.Count > 2, "No path but the portable one runs on this processor.");
    }

    [Theory]
    [MemberData(nameof(NibbleNames))]
    public void A_nibble_path_agrees_with_the_plain_sum_at_every_length(string path)
    {
        var random = new Random(3);
        for (var length = 0; length <= LongestRow; length += Lanes)
        {
            QueryBuffer<byte> codes = new(length);
            var signed = Signed(random, 2 * length, sbyte.MinValue);
            random.NextBytes(codes.Span);

            Assert.Equal(NibbleSum(codes.Span, signed.Span), NibblePaths[path](codes.Pointer, signed.Pointer, length));
        }
    }

    [Theory]
    [MemberData(nameof(NibbleExtremes))]
    public void A_nibble_path_is_exact_for_the_largest_codes_in_the_longest_row(string path, byte code, sbyte signed)
    {
        QueryBuffer<byte> codes = new(MostBytes);
        QueryBuffer<sbyte> others = new(2 * MostBytes);
        codes.Span.Fill(code);
        others.Span.Fill(signed);

        Assert.Equal(NibbleSum(codes.Span, others.Span), NibblePaths[path](codes.Pointer, others.Pointer, MostBytes));
    }

    [Theory]
    [MemberData(nameof(ByteNames))]
    public void A_byte_path_agrees_with_the_plain_sums_at_every_length(string path)
    {
        var random = new Random(4);
        var lanes = path.StartsWith(nameof(ByteDot.One), StringComparison.Ordinal) || path == nameof(ByteDot.Four) ? Lanes / 2 : Lanes;
        for (var length = 0; length <= LongestRow; length += lanes)
        {
            QueryBuffer<byte> rows = new(ByteDot.Rows * length);
            foreach (ref var element in rows.Span)
                element = (byte)random.Next(1, byte.MaxValue + 1);

            AssertSums(path, rows, Signed(random, length, -sbyte.MaxValue));
        }
    }

    [Theory]
    [MemberData(nameof(ByteExtremes))]
    public void A_byte_path_is_exact_for_the_largest_bytes_in_the_longest_row(string path, byte element, sbyte signed)
    {
        QueryBuffer<byte> rows = new(ByteDot.Rows * MostBytes);
        QueryBuffer<sbyte> others = new(MostBytes);
        rows.Span.Fill(element);
        others.Span.Fill(signed);

        AssertSums(path, rows, others);
    }

    [Theory]
    [MemberData(nameof(ColumnNames))]
    public void A_column_path_agrees_with_the_plain_sum_of_four_products(string path)
    {
        var random = new Random(3);
        var codes = new byte[Vector256<byte>.Count];
        var signed = new sbyte[Vector256<sbyte>.Count];
        for (var round = 0; round < 1_000; round++)
        {
            for (var i = 0; i < codes.Length; i++)
                (codes[i], signed[i]) = round == 0 ? ((byte)15, sbyte.MinValue) : ((byte)random.Next(16), (sbyte)random.Next(sbyte.MinValue, sbyte.MaxValue + 1));

            var expected = codes.Zip(signed, (code, element) => code * element).Chunk(4).Select(products => products.Sum()).ToArray();
            Assert.Equal(Vector256.Create<int>(expected), ColumnPaths[path](Vector256.Create(codes), Vector256.Create(signed)));
        }
    }

    private static Dictionary<string, T> Supported<T>(params (string Name, bool IsSupported, T Path)[] paths) =>
        paths.Where(path => path.IsSupported).ToDictionary(path => path.Name, path => path.Path);

    private static TheoryData<string, byte, sbyte> Extremes(IEnumerable<string> paths, byte[] bytes, sbyte[] signed) =>
        [.. paths.SelectMany(path => bytes.SelectMany(a => signed.Select(b => (path, a, b))))];

    private static QueryBuffer<sbyte> Signed(Random random, int length, sbyte smallest)
    {
        QueryBuffer<sbyte> signed = new(length);
        foreach (ref var element in signed.Span)
            element = (sbyte)random.Next(smallest, sbyte.MaxValue + 1);
        return signed;
    }

    private static int NibbleSum(ReadOnlySpan<byte> codes, ReadOnlySpan<sbyte> signed)
    {
        var sum = 0;
        for (var i = 0; i < codes.Length; i++)
            sum = checked(sum + ((codes[i] & 15) * signed[i]) + ((codes[i] >> 4) * signed[codes.Length + i]));
        return sum;
    }

    // The row stands first, and then in the other three places.
    private static int ComputeFour(byte* codes, sbyte* signed, int length)
    {
        var zeros = new QueryBuffer<byte>(length);
        var first = NibbleDot.ComputeFour(codes, zeros.Pointer, zeros.Pointer, zeros.Pointer, signed, length);
        var others = NibbleDot.ComputeFour(zeros.Pointer, codes, codes, codes, signed, length);
        Assert.Equal(Vector128.Create(first[0], 0, 0, 0), first);
        Assert.Equal(Vector128.Create(0, first[0], first[0], first[0]), others);
        return first[0];
    }

    private static Vector256<int> OneByOne(NibblePath one, byte* rows, sbyte* signed, int length)
    {
        var sums = new int[ByteDot.Rows];
        for (var row = 0; row < ByteDot.Rows; row++)
            sums[row] = one(rows + ((long)row * length), signed, length);
        return Vector256.Create<int>(sums);
    }

    private static Vector256<int> Four(byte* rows, sbyte* signed, int length) => Vector256.Create(
        ByteDot.Four(rows, rows + length, rows + (2L * length), rows + (3L * length), signed, length),
        ByteDot.Four(rows + (4L * length), rows + (5L * length), rows + (6L * length), rows + (7L * length), signed, length));

    private static void AssertSums(string path, QueryBuffer<byte> rows, QueryBuffer<sbyte> signed)
    {
        // The portable paths leave no excess in their sums, whatever the best path here does.
        var excess = path is nameof(ByteDot.Portable) or nameof(ByteDot.Neon) ? 0 : ByteDot.Excess;
        var length = signed.Span.Length;
        var sums = BytePaths[path](rows.Pointer, signed.Pointer, length);
        for (var row = 0; row < ByteDot.Rows; row++)
            Assert.Equal(ByteSum(rows.Span.Slice(row * length, length), signed.Span, excess), sums[row]);
    }

    private static int ByteSum(ReadOnlySpan<byte> bytes, ReadOnlySpan<sbyte> signed, int excess)
    {
        var sum = 0;
        for (var i = 0; i < bytes.Length; i++)
            sum = checked(sum + ((bytes[i] - ByteDot.Zero + excess) * signed[i]));
        return sum;
    }
}
