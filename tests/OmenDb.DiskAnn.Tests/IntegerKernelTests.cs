using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using OmenDb.DiskAnn.Quantization;
using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests;

/// <summary>Every path of the integer kernels that this processor has, against one plain sum.</summary>
public sealed unsafe class IntegerKernelTests
{
    private const int ByteLanes = 64;
    private const int LongestRow = 2048;
    private const int MostBytes = 65_536;

    private delegate int BytePath(byte* a, sbyte* b, int length);

    private delegate (int A, int B) ShortPath(short* x, short* a, short* b, int length);

    private static readonly Dictionary<string, BytePath> BytePaths = Supported<BytePath>(
        (nameof(ByteDot.Compute), true, ByteDot.Compute),
        (nameof(ByteDot.ComputeFour), ByteDot.HasFour, ComputeFour),
        (nameof(ByteDot.Portable), true, ByteDot.Portable),
        (nameof(ByteDot.Wide256), Avx2.IsSupported, ByteDot.Wide256),
        (nameof(ByteDot.Neon), Dp.IsSupported, ByteDot.Neon));

    private static readonly Dictionary<string, ShortPath> ShortPaths = Supported<ShortPath>(
        (nameof(ShortDot.Compute), true, ShortDot.Compute),
        (nameof(ShortDot.Portable), true, ShortDot.Portable),
        (nameof(ShortDot.Wide256), Avx2.IsSupported, ShortDot.Wide256),
        (nameof(ShortDot.Wide512), Avx512BW.IsSupported, ShortDot.Wide512));

    public static TheoryData<string> ByteNames { get; } = [.. BytePaths.Keys];

    public static TheoryData<string> ShortNames { get; } = [.. ShortPaths.Keys];

    public static TheoryData<string, byte, sbyte> ByteExtremes { get; } = [.. BytePaths.Keys.SelectMany(
        _ => new[] { (byte)1, byte.MaxValue }, (path, a) => (path, a)).SelectMany(
        _ => new[] { (sbyte)-127, sbyte.MaxValue }, (row, b) => (row.path, row.a, b))];

    [Fact]
    public void The_portable_byte_path_and_another_run_here()
    {
        Assert.Contains(nameof(ByteDot.Portable), BytePaths.Keys);
        Assert.True(BytePaths.Count > 2, "No byte path but the portable one runs on this processor.");
    }

    [Fact]
    public void The_portable_short_path_runs_here() => Assert.Contains(nameof(ShortDot.Portable), ShortPaths.Keys);

    [Theory]
    [MemberData(nameof(ByteNames))]
    public void A_byte_path_agrees_with_the_plain_sum_at_every_length(string path)
    {
        var random = new Random(3);
        for (var length = 0; length <= LongestRow; length += ByteLanes)
        {
            QueryBuffer<byte> a = new(length);
            QueryBuffer<sbyte> b = new(length);
            random.NextBytes(a.Span);
            foreach (ref var element in b.Span)
                element = (sbyte)random.Next(-sbyte.MaxValue, sbyte.MaxValue + 1);
            Clear(a.Span, b.Span);

            Assert.Equal(Sum(path, a.Span, b.Span), BytePaths[path](a.Pointer, b.Pointer, length));
        }
    }

    [Theory]
    [MemberData(nameof(ByteExtremes))]
    public void A_byte_path_is_exact_for_the_largest_bytes_in_the_longest_row(string path, byte first, sbyte second)
    {
        QueryBuffer<byte> a = new(MostBytes);
        QueryBuffer<sbyte> b = new(MostBytes);
        a.Span.Fill(first);
        b.Span.Fill(second);

        Assert.Equal(Sum(path, a.Span, b.Span), BytePaths[path](a.Pointer, b.Pointer, MostBytes));
    }

    [Theory]
    [MemberData(nameof(ShortNames))]
    public void A_short_path_agrees_with_the_plain_sums_at_every_length(string path)
    {
        var random = new Random(4);
        for (var length = 0; length <= LongestRow; length += ShortDot.Lanes)
        {
            // Elements that keep each vector's norm at 32,767 or below, as the kernel asks.
            var most = (int)(short.MaxValue / Math.Sqrt(Math.Max(1, length)));
            QueryBuffer<short> x = new(length), a = new(length), b = new(length);
            foreach (var buffer in new[] { x, a, b })
            {
                foreach (ref var element in buffer.Span)
                    element = (short)random.Next(-most, most + 1);
            }

            AssertSums(path, x, a, b);
        }
    }

    [Theory]
    [MemberData(nameof(ShortNames))]
    public void A_short_path_is_exact_for_the_longest_vectors(string path)
    {
        for (var length = ShortDot.Lanes; length <= 16_000; length *= 5)
        {
            var most = (short)(short.MaxValue / Math.Sqrt(length));
            QueryBuffer<short> x = new(length), a = new(length), b = new(length);
            x.Span.Fill(most);
            a.Span.Fill(most);
            b.Span.Fill((short)-most);

            AssertSums(path, x, a, b);
        }
    }

    [Theory]
    [MemberData(nameof(ShortNames))]
    public void A_short_path_is_exact_for_the_largest_element_at_any_place(string path)
    {
        QueryBuffer<short> x = new(96), a = new(96), b = new(96);
        for (var place = 0; place < 96; place++)
        {
            x.Span[place] = a.Span[place] = short.MaxValue;
            b.Span[place] = -short.MaxValue;

            AssertSums(path, x, a, b);
            x.Span[place] = a.Span[place] = b.Span[place] = 0;
        }
    }

    private static Dictionary<string, T> Supported<T>(params (string Name, bool IsSupported, T Path)[] paths) =>
        paths.Where(path => path.IsSupported).ToDictionary(path => path.Name, path => path.Path);

    // Bytes of the row that are no codes, where the other operand is zero, may be anything.
    private static void Clear(Span<byte> codes, Span<sbyte> signed)
    {
        foreach (ref var code in codes)
            code = Math.Max(code, (byte)1);
        for (var i = 0; i < codes.Length; i += ByteLanes)
            (codes[i], signed[i]) = (0, 0);
    }

    // The portable paths leave no excess in their sums, whatever the best path here does.
    private static int Sum(string path, ReadOnlySpan<byte> codes, ReadOnlySpan<sbyte> signed)
    {
        var excess = path is nameof(ByteDot.Portable) or nameof(ByteDot.Neon) ? 0 : ByteDot.Excess;
        var sum = 0;
        for (var i = 0; i < codes.Length; i++)
            sum = checked(sum + ((codes[i] - ByteDot.Zero + excess) * signed[i]));
        return sum;
    }

    // The row stands first, and then in the other three places.
    private static int ComputeFour(byte* codes, sbyte* signed, int length)
    {
        var zeros = new QueryBuffer<byte>(length);
        zeros.Span.Fill(ByteDot.Zero);
        var first = ByteDot.ComputeFour(codes, zeros.Pointer, zeros.Pointer, zeros.Pointer, signed, length);
        var others = ByteDot.ComputeFour(zeros.Pointer, codes, codes, codes, signed, length);
        Assert.Equal(others.GetElement(1), first.GetElement(0));
        Assert.Equal(others.GetElement(2), first.GetElement(0));
        Assert.Equal(others.GetElement(3), first.GetElement(0));
        return first.GetElement(0);
    }

    private static int Sum(ReadOnlySpan<short> a, ReadOnlySpan<short> b)
    {
        var sum = 0;
        for (var i = 0; i < a.Length; i++)
            sum = checked(sum + (a[i] * b[i]));
        return sum;
    }

    private static void AssertSums(string path, QueryBuffer<short> x, QueryBuffer<short> a, QueryBuffer<short> b) =>
        Assert.Equal((Sum(x.Span, a.Span), Sum(x.Span, b.Span)), ShortPaths[path](x.Pointer, a.Pointer, b.Pointer, x.Span.Length));
}
