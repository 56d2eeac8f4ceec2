using OmenDb.EFCore.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>Functions that stand in rewritten queries only; <see cref="VectorMethodCallTranslatorPlugin"/> turns them into SQL.</summary>
internal static class NearestFunctions
{
    /// <summary>Passes an argument to the virtual table: a plain <c>=</c>, whatever the types, and no thought of NULL.</summary>
    public static bool Argument<TColumn, TValue>(TColumn column, TValue value) => throw StandIn.Called();

    /// <summary>The labels to search, or every row where there are none: what the probe of this number found, and then the rest.</summary>
    public static byte[] RowsOrProbed(byte[]? rows, int number) => throw StandIn.Called();

    /// <summary>All rows.</summary>
    public static byte[] AllRows() => throw StandIn.Called();

    /// <summary>A limit that lets the virtual table run and refuse a k of zero. A bare parameter as a limit would make SQLite compile the statement for each value.</summary>
    public static int AtLeastOne(int k) => throw StandIn.Called();

    /// <summary>Whether a stored vector can be compared: SQL may have put anything there.</summary>
    public static bool IsSound<TVector>(TVector vector, int dimensions) => throw StandIn.Called();

    /// <summary>
    /// The distance as an expression of its own: SQLite trusts the virtual table to be sorted, and where a graph finds a row late it is not. By this it sorts the k rows.
    /// </summary>
    public static double Sorted(double distance) => throw StandIn.Called();

    /// <summary>The aggregate that collects labels.</summary>
    public static byte[]? Rowset(long? label) => throw StandIn.Called();

    /// <summary>The same, for a search by the vector of this name that stops after so many labels: it refuses one that comes again.</summary>
    public static byte[]? RowsetOnce(long? label, string vector) => throw StandIn.Called();

    /// <summary>The label of a key, where it is in memory.</summary>
    public static long? Label<TKey>(string index, TKey key) => throw StandIn.Called();

    /// <summary>All rows, until it is plain whether k of the nearest pass the rest of the statement.</summary>
    public static byte[] Probe(int number) => throw StandIn.Called();
}
