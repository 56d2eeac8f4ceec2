using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using OmenDb.DiskAnn;

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
    private const int LabelColumn = 0;
    private const int DistanceColumn = 1;
    private const int PassedColumn = 2;
    private const int FirstArgument = 3;
    private const int Incomplete = 4; // the number of a plan in which a required argument is missing
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
        Session(table).Planned();
        Span<int> constraints = stackalloc int[NearestArguments.Count];
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
        for (var argument = 0; argument < NearestArguments.Count; argument++)
        {
            if (constraints[argument] < 0 && argument >= NearestArguments.RequiredCount)
                continue;
            if (constraints[argument] < 0)
                return Refuse(info);
            ref var usage = ref info->Usages[constraints[argument]];
            usage.ArgumentIndex = ++bound;
            usage.Omit = 1;
            if (argument >= NearestArguments.RequiredCount)
                info->IndexNumber = NearestArguments.PlanWith(info->IndexNumber, argument);
        }

        // Dear, and never looked into by label: SQLite then asks it as seldom as it can, so before the tables of the source, and stops at LIMIT.
        // Where it was cheap, it was asked again for each row of a filter by a column with an index.
        info->EstimatedCost = 1e6;
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
        result->Rows = GCHandle.ToIntPtr(GCHandle.Alloc(new NearestRows()));
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

    private static void Search(NearestCursor* cursor, int plan, int argumentCount, nint* values)
    {
        var (session, rows) = (Session(cursor->Table), Rows(cursor));
        rows.Stop();
        if (plan == Incomplete)
            throw new ArgumentException("omen_nearest needs a name, a query, k and rows");
        if (!NearestArguments.TryRead(plan, argumentCount, values, out var arguments))
            return;
        if (arguments.IsForEach && session.Problem(arguments.Name, arguments.Query) is { } problem)
            Skip(cursor, arguments.Name, problem); // a damaged row's
        else if (arguments.Rows.IsProbe)
            Probe(session, rows, arguments);
        else
            Find(session, rows, arguments);
    }

    // Looks whether k of the nearest rows pass the rest of the statement. Where the filter's labels are better collected at once, it finds nothing, and so they are.
    private static void Probe(NearestSession session, NearestRows rows, NearestArguments arguments)
    {
        var index = session.Database.Get(arguments.Name);
        if (session.Filters.Plan(arguments, index.View?.Graph.Count ?? 0) is not { } probe)
            return;
        rows.Meter.Start(index);
        var search = session.Search(arguments.Name, arguments.Query, allowed: null, expected: 0, out var visible);
        rows.Start(search, arguments, visible, probe);
        session.Probed = rows;
    }

    // Gives the nearest rows: on from the probe of this search, if that found enough and is still there.
    private static void Find(NearestSession session, NearestRows rows, NearestArguments arguments)
    {
        var k = arguments.K;
        var labels = arguments.Rows.Labels(session.Filters);
        rows.Meter.Start(session.Database.Get(arguments.Name));
        if (arguments.Rows.IsAfterProbe && session.TakeProbed() is { } probed && rows.TryContinue(probed, arguments))
            return;
        var search = session.Search(arguments.Name, arguments.Query, labels, k, out var visible);
        rows.Start(search, arguments, visible);
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
        catch (SqliteException e)
        {
            return Fail(cursor->Table, e.Message, e.SqliteErrorCode);
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
