using System.Data;
using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>
/// A connection that keeps the statements of disposed commands compiled for the next command with the same text. EF Core makes a command for each row
/// that it saves and each query that it runs, and SQLite compiles an INSERT together with its table's triggers, which takes longer than to run it.
/// </summary>
internal sealed class ReusingConnection(string connectionString) : SqliteConnection(connectionString)
{
    private const int Kept = 16;

    private readonly List<CompiledCommand> _compiled = []; // last used last
    private bool _isClosing;

    /// <summary>Whether commands are reused: only for a model with vectors.</summary>
    public bool IsReusing { get; set; }

    public override SqliteCommand CreateCommand()
        => IsReusing
            ? new ReusingCommand { Connection = this, CommandTimeout = DefaultTimeout, Transaction = Transaction }
            : base.CreateCommand();

    public override void Close()
    {
        _isClosing = true;
        foreach (var command in _compiled)
            command.Dispose();
        _compiled.Clear();
        base.Close(); // disposes the commands in use
        _isClosing = false;
    }

    /// <summary>A command with this text, compiled if there was one before; none where it is to be compiled each time.</summary>
    public CompiledCommand? Take(string text)
    {
        for (var i = _compiled.Count - 1; i >= 0; i--)
        {
            if (_compiled[i] is var command && command.CommandText == text)
            {
                _compiled.RemoveAt(i);
                return command;
            }
        }

        return IsReusable(text) ? new CompiledCommand { CommandText = text, Connection = this } : null;
    }

    /// <summary>Takes a command back that is not in use any more.</summary>
    public void Return(CompiledCommand command)
    {
        if (_isClosing)
            return; // disposed like all others
        if (State != ConnectionState.Open || !command.TryClear()) // what was disposed with a connection is not among those that it disposes the next time
        {
            command.Dispose();
            return;
        }

        _compiled.Add(command);
        if (_compiled.Count <= Kept)
            return;
        _compiled[0].Dispose();
        _compiled.RemoveAt(0);
    }

    // A PRAGMA may act when it is compiled, and would not act a second time. Asked last: letters of either case are looked for slowly where cultures are invariant.
    private static bool IsReusable(string text)
        => (text.StartsWith("SELECT", StringComparison.Ordinal) || text.StartsWith("INSERT", StringComparison.Ordinal)
            || text.StartsWith("UPDATE", StringComparison.Ordinal) || text.StartsWith("DELETE", StringComparison.Ordinal))
            && !text.Contains("PRAGMA", StringComparison.OrdinalIgnoreCase);
}
