using System.Runtime.InteropServices;

namespace OmenDb.EFCore.Sqlite.Interop;

// Invariant: the values are those of the call of xFilter that this was read in, and live as long as it.

/// <summary>What SQL passes to the virtual table, in this order: <c>name</c>, <c>query</c>, <c>k</c>, <c>rows</c>, and maybe <c>most</c> and <c>within</c>.</summary>
internal readonly unsafe ref struct NearestArguments
{
    public const int RequiredCount = 4;
    public const int Count = 6;

    // Which of the optional ones are there, in the number of the plan.
    private const int MostGiven = 1;
    private const int WithinGiven = 2;

    private const int RowsPosition = 3;

    private readonly nint* _values;
    private readonly int _plan;

    private NearestArguments(int plan, nint* values)
    {
        _plan = plan;
        _values = values;
        Rows = new RowsArgument(values[RowsPosition]);
        Name = Marshal.PtrToStringUTF8((nint)SqliteNative.ValueText(values[0])) ?? "";
        Query = SqliteNative.ValueType(values[1]) == SqliteNative.TypeBlob
            ? new ReadOnlySpan<byte>(SqliteNative.ValueBlob(values[1]), SqliteNative.ValueBytes(values[1]))
            : IsForEach ? [] : throw new ArgumentException("the query must be a BLOB of 32-bit floats");
        if (!IsForEach && Query.Length % sizeof(float) != 0)
            throw new ArgumentException($"the query must be a BLOB of 32-bit floats, and {Query.Length} bytes are no multiple of 4");
    }

    /// <summary>The index's name.</summary>
    public string Name { get; }

    /// <summary>The vector to search by: 32-bit floats, but of a row of another query whatever SQL put there.</summary>
    public ReadOnlySpan<byte> Query { get; }

    /// <summary>Whether SQLite asks once for each row of another query.</summary>
    public bool IsForEach => (_plan & MostGiven) != 0;

    /// <summary>How many rows are wanted.</summary>
    public int K => AtLeastOne(SqliteNative.ValueInt64(_values[2]));

    /// <summary>Which rows to search.</summary>
    public RowsArgument Rows { get; }

    /// <summary>How many rows to give at most; <see langword="null"/> where SQLite stops by itself.</summary>
    public long? Most => IsForEach ? Math.Max(1, SqliteNative.ValueInt64(_values[RequiredCount])) : null;

    /// <summary>How far rows may be.</summary>
    public double Within => (_plan & WithinGiven) != 0 ? SqliteNative.ValueDouble(_values[IsForEach ? RequiredCount + 1 : RequiredCount]) : double.PositiveInfinity;

    /// <summary>How many rows are wanted, refused below one.</summary>
    public static int AtLeastOne(long k) => k >= 1 ? (int)Math.Min(k, int.MaxValue) : throw new ArgumentException($"k must be at least 1, not {k}");

    /// <summary>The number of a plan that passes one more of the optional arguments.</summary>
    public static int PlanWith(int plan, int argument) => plan | 1 << (argument - RequiredCount);

    /// <summary>Reads the arguments, unless one is NULL: nothing equals it, and nothing is near to it.</summary>
    public static bool TryRead(int plan, int count, nint* values, out NearestArguments arguments)
    {
        arguments = default;
        for (var i = 0; i < count; i++)
        {
            if (SqliteNative.ValueType(values[i]) == SqliteNative.TypeNull && i != RowsPosition)
                return false;
        }

        arguments = new NearestArguments(plan, values);
        return true;
    }
}
