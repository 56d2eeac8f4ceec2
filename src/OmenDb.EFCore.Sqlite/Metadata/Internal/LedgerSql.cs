namespace OmenDb.EFCore.Sqlite.Metadata.Internal;

/// <summary>The SQL that keeps and reads one index's ledger.</summary>
/// <remarks>
/// A label names one version of one vector: a changed row leaves its old label and gets a new, larger one. The triggers delete by key before they insert,
/// because REPLACE removes rows without firing delete triggers. They insert what is under the key by then: an application's own triggers, some of which come
/// first, may have filled in a vector, taken it away, or put the row back.
/// </remarks>
internal sealed class LedgerSql
{
    public const string SnapshotTable = "__OmenSnapshots";
    public const string LabelColumn = "Label";
    public const string StampColumn = "Stamp";

    private const string LedgerSuffix = "_Ledger";

    public const string CreateSnapshotTable =
        $"""CREATE TABLE IF NOT EXISTS "{SnapshotTable}" ("Index" TEXT NOT NULL PRIMARY KEY, "Token" BLOB NOT NULL, "Applied" INTEGER NOT NULL) WITHOUT ROWID;""";

    private readonly VectorIndexDefinition _index;

    public LedgerSql(VectorIndexDefinition index)
    {
        _index = index;
        var ledger = Quote(index.Ledger);
        var table = Quote(index.Table);
        var vector = Quote(index.VectorColumn);
        var keyColumns = string.Join(", ", index.Keys.Select(k => Quote(k.LedgerColumn)));
        var label = Quote(LabelColumn);
        var stamp = Quote(StampColumn);
        var joined = On("l", "t");
        var isDangling = $"NOT EXISTS (SELECT 1 FROM {table} AS t WHERE {joined} AND t.{vector} IS NOT NULL)";

        SelectState = $"SELECT s.\"Token\", s.\"Applied\", (SELECT seq FROM main.sqlite_sequence WHERE name = {Literal(index.Ledger)} COLLATE NOCASE), (SELECT max({label}) FROM {ledger}), l.{label}, l.{stamp} FROM \"{SnapshotTable}\" AS s LEFT JOIN {ledger} AS l ON l.{label} = (SELECT max({label}) FROM {ledger} WHERE {label} <= ?1) WHERE s.\"Index\" = {Literal(index.Name)}";
        SelectRowsAfter = $"SELECT l.{label}, t.{vector}, l.{stamp} FROM {ledger} AS l CROSS JOIN {table} AS t ON {joined} WHERE l.{label} > ?1 AND l.{label} <= ?3 ORDER BY l.{label} LIMIT max(?2, 0)";
        SelectRow = $"SELECT l.{label}, t.{vector}, l.{stamp} FROM {ledger} AS l CROSS JOIN {table} AS t ON {joined} WHERE l.{label} = ?1";
        SelectKeysFrom = $"SELECT {label}, {Quote(index.Keys[0].LedgerColumn)}, {stamp} FROM {ledger} WHERE {label} >= ?1 ORDER BY {label}";
        CountRows = $"SELECT count(*) FROM {ledger}";
        CountRowsAfter = $"SELECT count(*) FROM {ledger} WHERE {label} > ?1";
        SelectLabel = $"SELECT 1 FROM {ledger} AS l CROSS JOIN {table} AS t ON {joined} WHERE l.{label} = ?1";
        CountUnlabelled = $"SELECT count(*) FROM {table} AS t WHERE t.{vector} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {ledger} AS l WHERE {joined})";
        CountDangling = $"SELECT count(*) FROM {ledger} AS l WHERE {isDangling}";
        DeleteDangling = $"DELETE FROM {ledger} AS l WHERE {isDangling}";
        Backfill = $"INSERT INTO {ledger} ({keyColumns}) SELECT {Columns("t")} FROM {table} AS t WHERE t.{vector} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {ledger} AS l WHERE {joined});";
        var ofLedger = $"name = {Literal(index.Ledger)} COLLATE NOCASE";
        var last = $"ifnull((SELECT max(\"Applied\", ifnull((SELECT max({label}) FROM {ledger}), 0)) FROM \"{SnapshotTable}\" WHERE \"Index\" = {Literal(index.Name)}), 0)";
        NumberOn = $"UPDATE main.sqlite_sequence SET seq = max(seq, {last}) WHERE {ofLedger}; INSERT INTO main.sqlite_sequence (name, seq) SELECT name, {last} FROM main.sqlite_master WHERE type = 'table' AND {ofLedger} AND NOT EXISTS (SELECT 1 FROM main.sqlite_sequence WHERE {ofLedger});";
        Resync = $"DELETE FROM {ledger}; {Backfill} ";
        ReplaceSnapshotRow = $"INSERT OR REPLACE INTO \"{SnapshotTable}\" (\"Index\", \"Token\", \"Applied\") VALUES ({Literal(index.Name)}, randomblob(16), 0);";
        InsertSnapshotRow = $"INSERT OR IGNORE INTO \"{SnapshotTable}\" (\"Index\", \"Token\", \"Applied\") VALUES ({Literal(index.Name)}, randomblob(16), 0);";
        Publish = $"UPDATE \"{SnapshotTable}\" SET \"Token\" = $token, \"Applied\" = $applied WHERE \"Index\" = {Literal(index.Name)}";

        // NULL lets SQLite number the row. Where somebody has emptied sqlite_sequence, the next label is one past the snapshot and all rows instead, so that none is handed out
        // twice. SQLite writes sqlite_sequence only when a statement ends, and one statement may insert many rows.
        var next = $"CASE WHEN EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = {Literal(index.Ledger)} AND seq > 0) THEN NULL ELSE (SELECT max(\"Applied\", ifnull((SELECT max({label}) FROM {ledger}), 0)) + 1 FROM \"{SnapshotTable}\" WHERE \"Index\" = {Literal(index.Name)}) END";
        var keysChanged = string.Join(" OR ", index.Keys.Select(k => $"OLD.{Quote(k.Column)} IS NOT NEW.{Quote(k.Column)}"));

        // SQLite never counts a computed column among those that a statement updates, so the trigger for one looks at every update.
        var updated = index.IsComputed
            ? $"ON {table} WHEN OLD.{vector} {index.Declaration}"
            : $"OF {string.Join(", ", index.Keys.Select(k => Quote(k.Column)).Prepend($"{vector} {index.Declaration}"))} ON {table} WHEN OLD.{vector}";
        Triggers =
        [
            (TriggerName("insert"),
                $"CREATE TRIGGER {Quote(TriggerName("insert"))} AFTER INSERT ON {table} BEGIN {Forget("NEW")} {Label("NEW")}; END"),
            (TriggerName("update"),
                $"CREATE TRIGGER {Quote(TriggerName("update"))} AFTER UPDATE {updated} IS NOT NEW.{vector} OR {keysChanged} BEGIN {Forget("OLD")} {Forget("NEW")} {Label("NEW")}; {Label("OLD")} AND ({keysChanged}); END"),
            (TriggerName("delete"),
                $"CREATE TRIGGER {Quote(TriggerName("delete"))} AFTER DELETE ON {table} BEGIN {Forget("OLD")} {Label("OLD")}; END"),
        ];

        CountTriggers = $"SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name COLLATE NOCASE IN ({string.Join(", ", Triggers.Select(t => Literal(t.Name)))})";
        SelectUpdateTrigger = $"SELECT CAST(sql AS BLOB) FROM sqlite_master WHERE type = 'trigger' AND name = {Literal(TriggerName("update"))} COLLATE NOCASE";
        HasVector = $"SELECT EXISTS (SELECT 1 FROM {table} AS t WHERE t.{vector} IS NOT NULL)";
        HasOtherVector = $"SELECT EXISTS (SELECT 1 FROM {table} AS t WHERE length(t.{vector}) <> {index.Dimensions * (index.IsHalf ? 2 : sizeof(float))})";

        string Label(string row)
            => $"INSERT INTO {ledger} ({label}, {keyColumns}) SELECT {next}, {Columns("t")} FROM {table} AS t WHERE {string.Join(" AND ", index.Keys.Select(k => $"t.{Quote(k.Column)} = {row}.{Quote(k.Column)}"))} AND t.{vector} IS NOT NULL";
    }

    /// <summary>The token and watermark of the current snapshot, the last label that SQLite knows to have handed out, the last row's label, and the last row up to the label ?1.</summary>
    public string SelectState { get; }

    /// <summary>Labels, vectors and stamps past ?1 and up to ?3 in label order, ?2 at most. SQLite would compile a bare parameter as a limit anew for each value.</summary>
    public string SelectRowsAfter { get; }

    /// <summary>Label, vector and stamp of the row with the label ?1, if there is one.</summary>
    public string SelectRow { get; }

    /// <summary>Labels from ?1 on, in their order, with the first column of their keys, and stamps.</summary>
    public string SelectKeysFrom { get; }

    public string CountRows { get; }

    public string CountRowsAfter { get; }

    /// <summary>One result, if there is a row with the label ?1.</summary>
    public string SelectLabel { get; }

    /// <summary>Rows with a vector and no label: no trigger told the ledger of them.</summary>
    public string CountUnlabelled { get; }

    /// <summary>Labels whose row is gone, or has no vector.</summary>
    public string CountDangling { get; }

    public string DeleteDangling { get; }

    public string Backfill { get; }

    /// <summary>Where somebody has emptied <c>sqlite_sequence</c>, has SQLite number rows from where the snapshot and all rows end.</summary>
    public string NumberOn { get; }

    /// <summary>Labels every row anew, after changes that no trigger saw.</summary>
    public string Resync { get; }

    public string InsertSnapshotRow { get; }

    /// <summary>For a ledger that is new, or new under its name, or of new vectors: what was indexed under its labels before is another history, of a table, a column or vectors that are gone.</summary>
    public string ReplaceSnapshotRow { get; }

    public string Publish { get; }

    public IReadOnlyList<(string Name, string Sql)> Triggers { get; }

    /// <summary>How many of the triggers there are.</summary>
    public string CountTriggers { get; }

    /// <summary>The trigger that declares the vectors, as UTF-8.</summary>
    public string SelectUpdateTrigger { get; }

    /// <summary>Whether there is a vector.</summary>
    public string HasVector { get; }

    /// <summary>Whether there is a vector of another length. Reads every row, unless it finds one.</summary>
    public string HasOtherVector { get; }

    public string RecreateTriggers => string.Concat(Triggers.Select(t => $"DROP TRIGGER IF EXISTS {Quote(t.Name)}; {t.Sql}; "));

    public static string IndexName(string table, string vectorColumn) => $"{table}.{vectorColumn}";

    public static string LedgerName(string table, string vectorColumn) => $"{table}_{vectorColumn}{LedgerSuffix}";

    /// <summary>The ledgers that an index may have, by its name: dots in it may be those of a table or a column.</summary>
    public static IEnumerable<string> LedgerNames(string index)
        => Enumerable.Range(0, index.Length).Where(i => index[i] == '.').Select(dot => LedgerName(index[..dot], index[(dot + 1)..]));

    /// <summary>Whether a table may be a ledger, by its name, which holds those of a table and a column: an operation that drops or renames a table says nothing else of it.</summary>
    public static bool IsLedgerName(string table) => table.EndsWith(LedgerSuffix, StringComparison.Ordinal) && table[..^LedgerSuffix.Length].Contains('_', StringComparison.Ordinal);

    /// <summary>The names of a ledger's triggers. They follow the ledger's name, so that they can be dropped with it.</summary>
    public static IEnumerable<string> TriggerNames(string ledger) => [$"{ledger}_insert", $"{ledger}_update", $"{ledger}_delete"];

    public static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private string TriggerName(string on) => $"{_index.Ledger}_{on}";

    private string Columns(string row) => string.Join(", ", _index.Keys.Select(k => $"{row}.{Quote(k.Column)}"));

    private string On(string ledger, string table)
        => string.Join(" AND ", _index.Keys.Select(k => $"{table}.{Quote(k.Column)} = {ledger}.{Quote(k.LedgerColumn)}"));

    private string Forget(string row)
        => $"DELETE FROM {Quote(_index.Ledger)} WHERE {string.Join(" AND ", _index.Keys.Select(k => $"{Quote(k.LedgerColumn)} = {row}.{Quote(k.Column)}"))};";
}
