using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

// Invariant: the value lives as long as the call of xFilter that it was passed to.

/// <summary>The argument <c>rows</c> of the virtual table: in SQL a set of labels, or a number. What the numbers mean is known here alone.</summary>
internal readonly unsafe ref struct RowsArgument(nint value)
{
    /// <summary>Search all rows.</summary>
    public const int All = 0;

    // This and larger numbers name labels that a connection keeps.
    private const long FirstKept = 1L << 32;

    private readonly int _type = SqliteNative.ValueType(value);
    private readonly long _number = SqliteNative.ValueType(value) == SqliteNative.TypeInteger ? SqliteNative.ValueInt64(value) : All;

    /// <summary>Search all, and stop when it is plain whether k of the nearest pass the rest of the statement.</summary>
    /// <param name="search">The number of the search in its query, from 1.</param>
    public static int ProbeFor(int search) => -search;

    /// <summary>Give the rows that passed in the probe for this search, and then search on.</summary>
    /// <param name="search">The number of the search in its query, from 1.</param>
    public static int AfterProbe(int search) => search;

    /// <summary>Search among labels that are kept.</summary>
    /// <param name="number">Their number in <see cref="KeptFilters"/>, from 1.</param>
    public static long Kept(long number) => FirstKept + number;

    public bool IsProbe => _number < 0;

    public bool IsAfterProbe => _number is > 0 and < FirstKept;

    /// <summary>The number of the search in its query, if it is probed for.</summary>
    public long Search => IsProbe ? -_number : _number;

    /// <summary>The labels to search, or <see langword="null"/> for all.</summary>
    public LabelSet? Labels(KeptFilters kept) => _type switch
    {
        SqliteNative.TypeInteger when _number >= FirstKept => kept[_number - FirstKept], // the join applies the condition again, so none kept any more means all
        SqliteNative.TypeInteger => null,
        SqliteNative.TypeBlob => LabelSetBuilder.Read(new ReadOnlySpan<byte>(SqliteNative.ValueBlob(value), SqliteNative.ValueBytes(value))),
        _ => throw new ArgumentException("rows must be the result of omen_rowset, or 0 for all"), // NULL must never be taken for every row
    };
}
