using System.Collections.Immutable;
using System.Text;
using Microsoft.Data.Sqlite;
using OmenDb.EFCore.Sqlite.Indexing;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>One index's rows as one connection sees them now. Reading allocates nothing for a row.</summary>
/// <param name="connection">The connection, as SQLite has it.</param>
/// <param name="definition">The index.</param>
/// <param name="isShared">Whether the connection shares its cache with others. It may then see what they have not committed, which moves no data version, so nothing is remembered.</param>
internal sealed class VisibleRows(nint connection, VectorIndexDefinition definition, bool isShared = false) : IDisposable
{
    private readonly float[] _widened = definition.IsHalf ? new float[definition.Dimensions] : [];
    private SqliteStatement? _state;
    private SqliteStatement? _rows;
    private SqliteStatement? _row;
    private SqliteStatement? _label;
    private SqliteStatement? _keys;
    private SqliteStatement? _count;
    private SqliteStatement? _schema;
    private SqliteStatement? _triggers;
    private (ImmutableArray<LabelGap> Gaps, uint Version) _unseen;
    private (ImmutableArray<LabelGap> Gaps, uint Version) _unseenBefore; // a search asks for the gaps of the graph and for those of the keys
    private (long UpTo, uint Version, LedgerState State)? _seen;

    public VisibleRows(SqliteConnection connection, VectorIndexDefinition definition)
        : this(connection.Handle!.DangerousGetHandle(), definition)
    {
    }

    public VectorIndexDefinition Definition => definition;

    /// <summary>Whether the connection is inside a transaction that was begun explicitly.</summary>
    public unsafe bool InTransaction => SqliteNative.GetAutocommit(connection) == 0;

    /// <summary>Which snapshot the database names, and how far its labels go.</summary>
    /// <remarks>Remembered until the database changes: searches between two changes ask for the same.</remarks>
    /// <param name="upTo">The label up to which <see cref="LedgerState.LastKnown"/> is looked for.</param>
    public LedgerState ReadState(long upTo)
    {
        var isKnown = TryReadVersion(out var version);
        if (isKnown && _seen is { } seen && (seen.UpTo, seen.Version) == (upTo, version))
            return seen.State;
        var state = SelectState(upTo);
        _seen = isKnown ? (upTo, version, state) : null;
        return state;
    }

    private bool TryReadVersion(out uint version)
    {
        version = 0;
        return !isShared && SqliteNative.TryReadVersion(connection, out version);
    }

    private LedgerState SelectState(long upTo)
    {
        _state ??= new SqliteStatement(connection, definition.Sql.SelectState);
        _state.Bind(1, upTo);
        try
        {
            if (!_state.Step() || _state.GetBlob(0) is not { Length: 16 } token)
                return LedgerState.Unknown;
            var (applied, numbered, last) = (_state.GetInt64(1), _state.GetInt64(2), _state.GetInt64(3));
            var lastHandedOut = Math.Max(numbered, Math.Max(applied, last)); // as the triggers have it, where somebody has emptied sqlite_sequence
            return new LedgerState(new Guid(token), applied, lastHandedOut, last, new RowStamp(_state.GetInt64(4), _state.GetInt64(5)));
        }
        finally
        {
            _state.Reset();
        }
    }

    /// <summary>Rows past a label, in label order.</summary>
    public RowCursor ReadAfter(long label, long limit = long.MaxValue, long upTo = long.MaxValue)
    {
        _rows ??= new SqliteStatement(connection, definition.Sql.SelectRowsAfter);
        _rows.Bind(1, label);
        _rows.Bind(2, limit);
        _rows.Bind(3, upTo);
        return new RowCursor(_rows, _widened);
    }

    /// <summary>Keys of one column, with their labels from one on, in label order.</summary>
    public KeyCursor ReadKeys(long from)
    {
        _keys ??= new SqliteStatement(connection, definition.Sql.SelectKeysFrom);
        _keys.Bind(1, from);
        return new KeyCursor(_keys);
    }

    /// <summary>How far the vector that a label names is from a query, exactly.</summary>
    /// <returns>Whether the connection sees such a row, and its vector is one.</returns>
    public bool TryMeasure(long label, ReadOnlySpan<float> query, out float distance)
    {
        _row ??= new SqliteStatement(connection, definition.Sql.SelectRow);
        _row.Bind(1, label);
        using var row = new RowCursor(_row, _widened);
        var isThere = row.MoveNext() && definition.Problem(row.Vector) is null;
        distance = isThere ? ExactDistance.Compute(definition.Metric, query, row.Vector) : 0;
        return isThere;
    }

    /// <summary>Whether the connection sees a row in one of these gaps. If not, that is remembered until the database changes.</summary>
    /// <param name="gaps">The gaps.</param>
    /// <param name="newest">A row that it sees; gaps that were read before that row was written are older than the transaction.</param>
    public bool SeesAnyOf(ImmutableArray<LabelGap> gaps, RowStamp newest)
    {
        if (gaps.IsEmpty || gaps[^1].LastHandedOut < newest.Label)
            return false;
        var isKnown = TryReadVersion(out var version);
        if (isKnown && (_unseen == (gaps, version) || _unseenBefore == (gaps, version)))
            return false;
        for (var i = gaps.Length - 1; i >= 0 && gaps[i].LastHandedOut >= newest.Label; i--)
        {
            using var row = ReadAfter(gaps[i].After, 1, gaps[i].UpTo);
            if (row.MoveNext())
                return true;
        }

        if (isKnown)
            (_unseenBefore, _unseen) = (_unseen, (gaps, version));
        return false;
    }

    /// <summary>How many rows there are.</summary>
    public long Count() => Single(_count ??= new SqliteStatement(connection, definition.Sql.CountRows));

    /// <summary>How many rows have a label past this one.</summary>
    public long CountAfter(long label) => Once(definition.Sql.CountRowsAfter, label);

    /// <summary>How many rows have a vector and no label: no trigger told the ledger of them.</summary>
    public long CountUnlabelled() => Once(definition.Sql.CountUnlabelled);

    /// <summary>How many labels there are whose row is gone, or has no vector.</summary>
    public long CountDangling() => Once(definition.Sql.CountDangling);

    /// <summary>A number that another schema has another one of.</summary>
    public long ReadSchemaVersion() => Single(_schema ??= new SqliteStatement(connection, "PRAGMA schema_version"));

    /// <summary>Whether the triggers that keep the ledger are there.</summary>
    public bool HasTriggers() => Single(_triggers ??= new SqliteStatement(connection, definition.Sql.CountTriggers)) == definition.Sql.Triggers.Count;

    /// <summary>What the database declares the vectors to be, if that is not what the model says: another version of the application has migrated it, or this one was not migrated.</summary>
    public VectorIndexDeclaration? ReadOtherDeclaration()
    {
        using var trigger = new SqliteStatement(connection, definition.Sql.SelectUpdateTrigger);
        return trigger.Step() && VectorIndexDeclaration.Parse(Encoding.UTF8.GetString(trigger.GetBlob(0))) is { Declaration: { } declared } && !declared.HasVectorsOf(definition.Declaration)
            ? declared
            : null;
    }

    /// <summary>Whether there is a vector.</summary>
    public bool HasVector() => Once(definition.Sql.HasVector) != 0;

    /// <summary>Whether there is a vector of another length than the model's.</summary>
    public bool HasOtherVector() => Once(definition.Sql.HasOtherVector) != 0;

    /// <summary>Whether the connection sees the row that a label names.</summary>
    public bool Sees(long label)
    {
        _label ??= new SqliteStatement(connection, definition.Sql.SelectLabel);
        _label.Bind(1, label);
        try
        {
            return _label.Step();
        }
        finally
        {
            _label.Reset();
        }
    }

    private long Once(string sql, long? label = null)
    {
        using var statement = new SqliteStatement(connection, sql);
        if (label is { } bound)
            statement.Bind(1, bound);
        return Single(statement);
    }

    private static long Single(SqliteStatement statement)
    {
        try
        {
            return statement.Step() ? statement.GetInt64(0) : 0;
        }
        finally
        {
            statement.Reset();
        }
    }

    public void Dispose()
    {
        _triggers?.Dispose();
        _schema?.Dispose();
        _count?.Dispose();
        _keys?.Dispose();
        _label?.Dispose();
        _row?.Dispose();
        _state?.Dispose();
        _rows?.Dispose();
    }
}
