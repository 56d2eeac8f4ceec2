using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>
/// The eponymous virtual table <c>omen_nearest</c>: streams labels in ascending distance from a query vector.
/// See "The Virtual Table Mechanism Of SQLite".
/// </summary>
/// <remarks>
/// Safe because SQLite hands back only the tables and cursors that it was given here, frees each exactly once through Disconnect and Close,
/// and never calls into one connection from two threads. No exception crosses into native code.
/// </remarks>
internal static unsafe class NearestModule
{
    /// <summary>For the argument <c>rows</c>: search all.</summary>
    public const int AllRows = 0;

    /// <summary>For the argument <c>rows</c>: search all, and stop when it is plain whether k of the nearest pass the rest of the statement.</summary>
    /// <param name="number">The number of the search in its query, from 1.</param>
    public static int Probe(int number) => -number;

    /// <summary>For the argument <c>rows</c>: give the rows that passed in the probe of this number, and then search on.</summary>
    /// <param name="number">The number of the search in its query, from 1.</param>
    public static int Probed(int number) => number;

    private const int LabelColumn = 0;
    private const int DistanceColumn = 1;
    private const int PassedColumn = 2;
    private const int FirstArgument = 3;
    private const int RequiredCount = 4; // name, query, k, rows
    private const int ArgumentCount = 6; // and most, within
    private const int RowsArgument = 3;
    private const int MostGiven = 1;
    private const int WithinGiven = 2;
    private const int Incomplete = 4;
    private const byte EqualOperator = 2;

    private static readonly SqliteModule* Module = CreateModule();

    public static void Register(nint connection, NearestSession session)
    {
        fixed (byte* name = "omen_nearest\0"u8)
        {
            var code = SqliteNative.CreateModule(connection, name, Module, GCHandle.ToIntPtr(GCHandle.Alloc(session)), &DestroySession);
            if (code != SqliteNative.Ok)
                throw new InvalidOperationException($"SQLite refused the virtual table omen_nearest: error {code}.");
        }
    }

    private static SqliteModule* CreateModule()
    {
        // Lives as long as the process: connections keep pointing at it.
        var module = (SqliteModule*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteModule));
        module->Connect = &Connect; // no Create: the table exists by its name alone
        module->BestIndex = &BestIndex;
        module->Disconnect = &Disconnect;
        module->Open = &Open;
        module->Close = &Close;
        module->Filter = &Filter;
        module->Next = &Next;
        module->Eof = &Eof;
        module->Column = &Column;
        module->RowId = &RowId;
        return module;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void DestroySession(nint session) => GCHandle.FromIntPtr(session).Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Connect(nint connection, nint session, int argumentCount, byte** arguments, NearestTable** table, byte** error)
    {
        fixed (byte* schema = "CREATE TABLE x(\"Label\" INTEGER, \"Distance\" REAL, \"Passed\" INTEGER, name HIDDEN, query HIDDEN, k HIDDEN, rows HIDDEN, most HIDDEN, within HIDDEN)\0"u8)
        {
            var code = SqliteNative.DeclareVirtualTable(connection, schema);
            if (code != SqliteNative.Ok)
                return code;
        }

        var result = (NearestTable*)NativeMemory.AllocZeroed((nuint)sizeof(NearestTable));
        result->Session = session;
        *table = result;
        return SqliteNative.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Disconnect(NearestTable* table)
    {
        Session(table).Dispose();
        NativeMemory.Free(table);
        return SqliteNative.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int BestIndex(NearestTable* table, SqliteIndexInfo* info)
    {
        Span<int> constraints = stackalloc int[ArgumentCount];
        constraints.Fill(-1);
        for (var i = 0; i < info->ConstraintCount; i++)
        {
            ref var constraint = ref info->Constraints[i];
            var argument = constraint.Column - FirstArgument;
            if (constraint.Operator != EqualOperator || argument < 0)
                continue;
            if (constraint.Usable == 0)
                return SqliteNative.Constraint;
            constraints[argument] = i;
        }

        var bound = 0;
        for (var argument = 0; argument < ArgumentCount; argument++)
        {
            if (constraints[argument] < 0 && argument >= RequiredCount)
                continue;
            if (constraints[argument] < 0)
                return Refuse(info);
            ref var usage = ref info->Usages[constraints[argument]];
            usage.ArgumentIndex = ++bound;
            usage.Omit = 1;
            if (argument >= RequiredCount)
                info->IndexNumber |= 1 << (argument - RequiredCount);
        }

        // Cheap, and never looked into by label: SQLite then puts it outermost and stops at LIMIT.
        info->EstimatedCost = 50;
        info->EstimatedRows = 20;
        if (info->OrderByCount >= 1 && Ascending(info->OrderBys[0], DistanceColumn)
            && (info->OrderByCount == 1 || (info->OrderByCount == 2 && Ascending(info->OrderBys[1], LabelColumn))))
            info->OrderByConsumed = 1;
        return SqliteNative.Ok;

        // When it is run: of a filter that no row passes, such as a key among none, EF Core leaves nothing but 'false', and the arguments go with the rest.
        static int Refuse(SqliteIndexInfo* info)
        {
            for (var i = 0; i < info->ConstraintCount; i++)
                info->Usages[i] = default;
            info->IndexNumber = Incomplete;
            info->EstimatedCost = 1e99;
            return SqliteNative.Ok;
        }

        static bool Ascending(SqliteIndexInfo.OrderBy by, int column) => by.Column == column && by.Descending == 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(NearestTable* table, NearestCursor** cursor)
    {
        var result = (NearestCursor*)NativeMemory.AllocZeroed((nuint)sizeof(NearestCursor));
        result->Rows = GCHandle.ToIntPtr(GCHandle.Alloc(new NearestRows(Session(table).Database.Clock)));
        *cursor = result;
        return SqliteNative.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(NearestCursor* cursor)
    {
        var rows = GCHandle.FromIntPtr(cursor->Rows);
        try
        {
            ((NearestRows)rows.Target!).Stop();
            return SqliteNative.Ok;
        }
        catch (Exception e)
        {
            return Fail(cursor->Table, e.Message); // a listener to the search's measurements threw
        }
        finally
        {
            rows.Free();
            NativeMemory.Free(cursor);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Filter(NearestCursor* cursor, int indexNumber, byte* indexText, int argumentCount, nint* arguments)
    {
        try
        {
            try
            {
                Search(cursor, indexNumber, argumentCount, arguments);
            }
            catch (SnapshotFormatException)
            {
                Search(cursor, indexNumber, argumentCount, arguments); // the file was set aside: this time from the database
            }

            return SqliteNative.Ok;
        }
        catch (SqliteException e)
        {
            return Fail(cursor->Table, e.Message, e.SqliteErrorCode); // where the database is locked, whoever asked waits and asks again
        }
        catch (Exception e)
        {
            return Fail(cursor->Table, e.Message);
        }
    }

    private static void Search(NearestCursor* cursor, int indexNumber, int argumentCount, nint* arguments)
    {
        var rows = Rows(cursor);
        rows.Stop();
        if (indexNumber == Incomplete)
            throw new ArgumentException("omen_nearest needs a name, a query, k and rows");
        for (var i = 0; i < argumentCount; i++)
        {
            if (SqliteNative.ValueType(arguments[i]) == SqliteNative.TypeNull && i != RowsArgument)
                return; // nothing equals NULL, and nothing is near to nothing
        }

        var name = Marshal.PtrToStringUTF8((nint)SqliteNative.ValueText(arguments[0])) ?? "";
        var isForEach = (indexNumber & MostGiven) != 0;
        var query = SqliteNative.ValueType(arguments[1]) == SqliteNative.TypeBlob
            ? new ReadOnlySpan<byte>(SqliteNative.ValueBlob(arguments[1]), SqliteNative.ValueBytes(arguments[1]))
            : isForEach ? [] : throw new ArgumentException("the query must be a BLOB of 32-bit floats");
        if (isForEach)
        {
            // The vector of a row, where SQL may have put anything.
            if (Session(cursor->Table).Problem(name, query) is { } problem)
            {
                Skip(cursor, name, problem);
                return;
            }
        }
        else if (query.Length % sizeof(float) != 0)
        {
            throw new ArgumentException($"the query must be a BLOB of 32-bit floats, and {query.Length} bytes are no multiple of 4");
        }

        var k = SqliteNative.ValueInt64(arguments[2]);
        if (k < 1)
            throw new ArgumentException($"k must be at least 1, not {k}");

        // An integer stands for every row; NULL must never be taken for it.
        var filter = SqliteNative.ValueType(arguments[3]) switch
        {
            SqliteNative.TypeInteger => LabelFilter.Everything,
            SqliteNative.TypeBlob => LabelFilter.Parse(new ReadOnlySpan<byte>(SqliteNative.ValueBlob(arguments[3]), SqliteNative.ValueBytes(arguments[3]))),
            _ => throw new ArgumentException("rows must be the result of omen_rowset, or 0 for all"),
        };
        var number = SqliteNative.ValueType(arguments[3]) == SqliteNative.TypeInteger ? SqliteNative.ValueInt64(arguments[3]) : 0;
        var isProbe = number < 0;
        var session = Session(cursor->Table);
        var asked = isProbe ? session.Filters.TakeAsked() : null;
        var indexed = session.Database.Get(name).View?.Graph.Count ?? 0;
        asked?.Plan(indexed, k);
        if (asked?.IsBetterCollected == true)
            return; // nothing found: the labels are collected
        if (number >= KeptFilters.FirstNumber)
            filter = new LabelFilter(session.Filters[number]); // which the join repeats in any case
        var next = RequiredCount;
        var patience = asked?.Patience ?? NearestRows.FirstJudged;
        var most = isForEach ? Math.Max(1, SqliteNative.ValueInt64(arguments[next++])) : isProbe ? Math.Max(patience, NearestRows.ProbeDepth(k, indexed)) : long.MaxValue;
        var within = (indexNumber & WithinGiven) != 0 ? SqliteNative.ValueDouble(arguments[next]) : double.PositiveInfinity;
        rows.Meter.Start(name);
        if (number > 0 && session.TakeProbe() is { } probe && rows.TryContinue(probe, name, query, (int)Math.Min(k, int.MaxValue), number))
        {
            probe.Filter?.Probed(probe.Given, probe.Passed);
            return;
        }

        var search = session.Search(name, query, filter, isProbe ? 0 : (int)Math.Min(k, int.MaxValue), out var visible);
        rows.Start(search, new NearestRequest(name, (int)Math.Min(k, int.MaxValue), isProbe ? -number : 0, patience, most, Behind(within), isForEach ? visible : null));
        if (isProbe)
        {
            rows.Remember(query, asked);
            session.Probe = rows;
        }
    }

    private static void Skip(NearestCursor* cursor, string index, string problem)
    {
        var rows = Rows(cursor);
        if (!rows.HasSkipped)
            Session(cursor->Table).Database.Events.QuerySkipped(index, problem);
        rows.HasSkipped = true;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Next(NearestCursor* cursor)
    {
        try
        {
            Rows(cursor).MoveNext();
            return SqliteNative.Ok;
        }
        catch (Exception e)
        {
            return Fail(cursor->Table, e is SnapshotFormatException ? e.Message + " It is built anew: run the query again." : e.Message);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Eof(NearestCursor* cursor) => Rows(cursor).AtEnd ? 1 : 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Column(NearestCursor* cursor, nint context, int column)
    {
        var rows = Rows(cursor);
        if (column == LabelColumn)
        {
            SqliteNative.ResultInt64(context, rows.Current.Label);
        }
        else if (column == DistanceColumn)
        {
            SqliteNative.ResultDouble(context, rows.Current.Distance);
        }
        else if (column == PassedColumn)
        {
            rows.Pass();
            SqliteNative.ResultInt64(context, 1);
        }

        return SqliteNative.Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int RowId(NearestCursor* cursor, long* rowId)
    {
        *rowId = Rows(cursor).Current.Label;
        return SqliteNative.Ok;
    }

    // The graph computes distances a little differently; what is this far behind is left to the exact one.
    private static double Behind(double within) => double.IsInfinity(within) ? within : within + 1e-4 * Math.Max(1, Math.Abs(within));

    private static NearestSession Session(NearestTable* table) => (NearestSession)GCHandle.FromIntPtr(table->Session).Target!;

    private static NearestRows Rows(NearestCursor* cursor) => (NearestRows)GCHandle.FromIntPtr(cursor->Rows).Target!;

    private static int Fail(NearestTable* table, string message, int code = SqliteNative.Error)
    {
        if (table->ErrorMessage != null)
            SqliteNative.Free(table->ErrorMessage);
        table->ErrorMessage = SqliteNative.Allocate("OmenDb: " + message);
        return code;
    }
}
