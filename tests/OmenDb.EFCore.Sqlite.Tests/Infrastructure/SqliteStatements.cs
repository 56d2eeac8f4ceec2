using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>The statements that a connection holds compiled, and what SQLite counted of each.</summary>
internal static partial class SqliteStatements
{
    private const int StepsCounter = 4; // SQLITE_STMTSTATUS_VM_STEP
    private const int CompilationsCounter = 5; // SQLITE_STMTSTATUS_REPREPARE
    private const int RunsCounter = 6; // SQLITE_STMTSTATUS_RUN

    public static List<(string Sql, int Runs, int Steps, int Recompilations)> Of(DbContext db) => Of((SqliteConnection)db.Database.GetDbConnection());

    public static List<(string Sql, int Runs, int Steps, int Recompilations)> Of(SqliteConnection connection)
    {
        var statements = new List<(string, int, int, int)>();
        var database = connection.Handle!.DangerousGetHandle();
        for (var statement = Next(database, 0); statement != 0; statement = Next(database, statement))
            statements.Add((Marshal.PtrToStringUTF8(Sql(statement)) ?? "", Status(statement, RunsCounter, 0), Status(statement, StepsCounter, 0), Status(statement, CompilationsCounter, 0)));
        return statements;
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_next_stmt")]
    private static partial nint Next(nint database, nint statement);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_sql")]
    private static partial nint Sql(nint statement);

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_stmt_status")]
    private static partial int Status(nint statement, int counter, int reset);
}
