using System.Data;
using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>
/// A command of a <see cref="ReusingConnection"/>: it runs what an earlier command with the same text compiled, and leaves that behind when it is disposed.
/// </summary>
internal sealed class ReusingCommand : SqliteCommand
{
    private CompiledCommand? _compiled;

    public override void Prepare()
    {
        if (Compile() is { } compiled)
            compiled.Prepare();
        else
            base.Prepare();
    }

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior)
    {
        if (Compile() is not { } compiled)
            return base.ExecuteReader(behavior);
        compiled.Parameters.Clear();
        foreach (SqliteParameter parameter in Parameters)
            compiled.Parameters.Add(parameter);
        compiled.Transaction = Transaction;
        compiled.CommandTimeout = CommandTimeout;
        return compiled.ExecuteReader(behavior);
    }

    protected override SqliteDataReader? DataReader
    {
        get => _compiled?.Reader ?? base.DataReader;
        set => base.DataReader = value;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            LetGo();
        base.Dispose(disposing);
    }

    private CompiledCommand? Compile()
    {
        if (_compiled is not null && _compiled.CommandText == CommandText && _compiled.Connection == Connection)
            return _compiled;
        LetGo();
        if (Connection is ReusingConnection { State: ConnectionState.Open } connection)
            _compiled = connection.Take(CommandText);
        return _compiled;
    }

    private void LetGo()
    {
        if (_compiled?.Connection is ReusingConnection connection)
            connection.Return(_compiled);
        _compiled = null;
    }
}
