namespace OmenDb.Crash.Tests.Work;

/// <summary>
/// What an application does, decided by a seed, and what its table must hold after each step: a plain dictionary that knows nothing of databases.
/// The process that works and the one that checks each follow their own.
/// </summary>
internal sealed class Workload(int seed)
{
    private const int FewRows = 1_100;
    private const int ManyRows = 3_500;

    private readonly SortedDictionary<int, Row> _rows = [];
    private int _lastId;

    /// <summary>Operations done so far.</summary>
    public int Done { get; private set; }

    public IReadOnlyDictionary<int, Row> Rows => _rows;

    /// <summary>The table after so many operations.</summary>
    public static Workload At(int seed, int done)
    {
        var workload = new Workload(seed);
        while (workload.Done < done)
            workload.Apply(workload.Next());
        return workload;
    }

    /// <summary>The operation that follows; always the same after the same ones.</summary>
    public Operation Next()
    {
        var random = new Random(HashCode(seed, Done));
        return Done == 0 ? Batch(random, 1_500) : Pick(random) switch
        {
            OperationKind.Insert => Write(OperationKind.Insert, New(random, random.Next(1, 40))),
            OperationKind.Update => Write(OperationKind.Update, Changed(random, Some(random, 30))),
            OperationKind.Delete => Remove(OperationKind.Delete, Some(random, 30)),
            OperationKind.ExecuteUpdate => UpdateSet(random),
            OperationKind.ExecuteDelete => RemoveSet(random),
            OperationKind.AddBatch => Batch(random, random.Next(100, 1_800)),
            OperationKind.RolledBack => new(OperationKind.RolledBack, [], [], [.. New(random, random.Next(1, 30)), .. Changed(random, Some(random, 10))], 0),
            OperationKind.Savepoint => new(OperationKind.Savepoint, New(random, random.Next(2, 30)), [], Changed(random, Some(random, 10)), 0),
            OperationKind.Replace => Write(OperationKind.Replace, [.. New(random, random.Next(1, 10)), .. Changed(random, Some(random, 10))]),
            OperationKind.Rekey => Rekey(random),
            var kind => new(kind, [], [], [], random.Next(2)),
        };
    }

    public void Apply(Operation operation)
    {
        foreach (var id in operation.Removed)
            _rows.Remove(id);
        foreach (var row in operation.Written)
        {
            _rows[row.Id] = row;
            _lastId = Math.Max(_lastId, row.Id);
        }

        Done++;
    }

    private OperationKind Pick(Random random)
    {
        if (_rows.Count > ManyRows)
            return OperationKind.ExecuteDelete;
        if (_rows.Count < FewRows)
            return OperationKind.AddBatch;
        return random.Next(100) switch
        {
            < 14 => OperationKind.Insert,
            < 26 => OperationKind.Update,
            < 34 => OperationKind.Delete,
            < 40 => OperationKind.ExecuteUpdate,
            < 45 => OperationKind.ExecuteDelete,
            < 57 => OperationKind.AddBatch,
            < 63 => OperationKind.RolledBack,
            < 69 => OperationKind.Savepoint,
            < 74 => OperationKind.Replace,
            < 78 => OperationKind.Rekey,
            < 92 => OperationKind.Flush,
            < 96 => OperationKind.Rebuild,
            _ => OperationKind.Migrate,
        };
    }

    private static Operation Write(OperationKind kind, IReadOnlyList<Row> rows) => new(kind, rows, [], [], 0);

    private static Operation Remove(OperationKind kind, IReadOnlyList<Row> rows, int choice = 0) => new(kind, [], [.. rows.Select(r => r.Id)], [], choice);

    private Operation Batch(Random random, int count) => Write(OperationKind.AddBatch, New(random, count));

    private Operation UpdateSet(Random random)
    {
        var remainder = random.Next(Operation.UpdateModulus);
        var vector = Vectors.Random(random, Item.Dimensions);
        var rows = _rows.Values.Where(r => r.Id % Operation.UpdateModulus == remainder).Select(r => r with { Vector = vector });
        return new(OperationKind.ExecuteUpdate, [.. rows], [], [], remainder);
    }

    private Operation RemoveSet(Random random)
    {
        var remainder = random.Next(Operation.DeleteModulus);
        return Remove(OperationKind.ExecuteDelete, [.. _rows.Values.Where(r => r.Id % Operation.DeleteModulus == remainder)], remainder);
    }

    private Operation Rekey(Random random)
    {
        var old = Some(random, 1)[0];
        return new(OperationKind.Rekey, [old with { Id = _lastId + 1 }], [old.Id], [], 0);
    }

    private List<Row> New(Random random, int count)
        => [.. Enumerable.Range(_lastId + 1, count).Select(id => new Row(id, $"new in {Done}", Vector(random)))];

    private List<Row> Changed(Random random, IReadOnlyList<Row> rows)
        => [.. rows.Select(r => random.Next(3) == 0 ? r with { Title = $"renamed in {Done}" } : r with { Title = $"changed in {Done}", Vector = Vector(random) })];

    private List<Row> Some(Random random, int most)
    {
        var all = _rows.Values.ToList();
        return [.. Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => all[random.Next(all.Count)]).Distinct()];
    }

    private static float[]? Vector(Random random) => random.Next(20) == 0 ? null : Vectors.Random(random, Item.Dimensions);

    // Not the framework's, which differs from process to process.
    private static int HashCode(int seed, int number) => unchecked((seed * 397) ^ (number * 7_919) ^ 0x5bd1e995);
}
