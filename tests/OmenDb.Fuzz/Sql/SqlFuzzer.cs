using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OmenDb.Fuzz.Model;
using SQLitePCL;

namespace OmenDb.Fuzz.Sql;

/// <summary>
/// Calls the SQL functions with whatever SQL can hold, and puts whatever a BLOB can hold into vector columns: an error message or rows come back, and searches
/// through LINQ go on giving the sound rows, nearest first.
/// </summary>
internal sealed class SqlFuzzer : IFuzzer
{
    private const int Rows = 200;
    private const int K = 15;
    private const int RebuildAfter = 500; // so that the graph stays one that is ranked whole, and answers are exact

    private static readonly string[] Distances = ["omen_cosine", "omen_euclidean", "omen_inner_product"];
    private static readonly string[] Arguments = ["name", "query", "k", "rows", "most", "within"];
    private static readonly string[] Orders = ["", " ORDER BY Distance", " ORDER BY Distance, Label", " ORDER BY Distance DESC", " ORDER BY Label", " ORDER BY Distance, Label DESC"];

    private readonly int _seed;
    private readonly TemporaryFolder _folder = new();
    private readonly ItemContext _db;
    private readonly SqliteConnection _connection;
    private int _writes;

    public SqlFuzzer(int seed)
    {
        _seed = seed;
        _db = new ItemContext(ItemContext.Options(_folder.File("fuzz.db")));
        _db.Database.EnsureCreated();
        var random = new Random(seed);
        _db.AddRange(Enumerable.Range(1, Rows).Select(_ => new Item { Vector = RandomValue.Sound(random), Plain = RandomValue.Sound(random) }));
        _db.SaveChanges();
        _db.ChangeTracker.Clear();
        _db.Index.FlushAsync().GetAwaiter().GetResult();
        _db.Database.OpenConnection();
        _connection = (SqliteConnection)_db.Database.GetDbConnection();
        Execute("PRAGMA synchronous = OFF");
    }

    public bool Run(long number)
    {
        var random = new Random(unchecked((_seed * 16_777_619) ^ (int)number));
        try
        {
            switch (random.Next(20))
            {
                case < 9:
                    return Accepts(() => Search(random));
                case < 13:
                    return Accepts(() => Call(random));
                case < 18:
                    return Accepts(() => Write(random));
                case 18:
                    CheckPlain(random);
                    return true;
                default:
                    Check(random);
                    return true;
            }
        }
        catch (Exception e) when (e is not FuzzFailure)
        {
            throw new FuzzFailure($"{e.GetType().Name}: {e.Message}", e);
        }
    }

    public void Dispose()
    {
        _db.Database.EnsureDeleted(); // and the indexer, which may be at work, leaves the folder alone
        _db.Dispose();
        _folder.Dispose();
    }

    // Any error is fine that does not say that the library or the file is broken.
    private static bool Accepts(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is not (raw.SQLITE_CORRUPT or raw.SQLITE_MISUSE or raw.SQLITE_NOTADB or raw.SQLITE_INTERNAL))
        {
            return false;
        }
    }

    private void Search(Random random)
    {
        object[] values =
        [
            RandomValue.Mostly(random, _ => "Items.Vector"),
            RandomValue.Mostly(random, RandomValue.Vector),
            RandomValue.Mostly(random, r => r.Next(1, 300)),
            RandomValue.Mostly(random, r => r.Next(3) == 0 ? RandomValue.Bytes(r) : r.Next(2)),
            RandomValue.Mostly(random, r => r.Next(1, 50)),
            RandomValue.Mostly(random, r => r.NextDouble() * 2),
        ];
        var conditions = Arguments.Select((a, i) => (Sql: $"{a} = ${i}", Index: i)).Where(c => random.Next(20) > (c.Index < 4 ? 0 : 9)).Select(c => c.Sql).ToList();
        if (random.Next(6) == 0)
            conditions.Add(random.Next(2) == 0 ? "Label = $2" : "Distance <= $5");
        var joined = random.Next(4) == 0 ? " JOIN Items_Vector_Ledger AS l ON l.Label = n.Label" : "";
        Execute(
            random.Next(5) == 0
                ? $"SELECT * FROM omen_nearest($0, $1, $2, $3, $4, $5){Orders[random.Next(Orders.Length)]} LIMIT {random.Next(400)}"
                : $"SELECT n.Label, n.Distance FROM omen_nearest AS n{joined} WHERE {string.Join(" AND ", conditions.DefaultIfEmpty("1"))}{Orders[random.Next(Orders.Length)].Replace("Label", "n.Label", StringComparison.Ordinal)} LIMIT {random.Next(400)}",
            values);
    }

    private void Call(Random random)
    {
        var (a, b) = (RandomValue.Mostly(random, RandomValue.Vector), RandomValue.Mostly(random, RandomValue.Vector));
        Execute(
            random.Next(6) switch
            {
                0 => "SELECT omen_float32($0)",
                1 => "SELECT omen_rowset(x) FROM (SELECT $0 AS x UNION ALL SELECT $1 UNION ALL SELECT 7)",
                2 => "SELECT omen_rowset(x) FROM (SELECT 1 AS x) WHERE $0 = $1",
                3 => $"SELECT {Distances[random.Next(3)]}(omen_float32($0), $1)",
                4 => "SELECT omen_label(iif(length($0) % 2, $0, 'Items.Vector'), $1), omen_label('Items.Vector', random() % 300) FROM (SELECT 1 UNION ALL SELECT $1)",
                _ => $"SELECT {Distances[random.Next(3)]}($0, $1)",
            },
            a,
            b);
    }

    private void Write(Random random)
    {
        var (id, value) = (random.Next(1, Rows + 20), random.Next(3) == 0 ? RandomValue.Any(random) : RandomValue.Vector(random));
        var column = random.Next(3) == 0 ? "Plain" : "Vector";
        Execute(
            random.Next(6) switch
            {
                0 => "DELETE FROM Items WHERE Id = $0",
                1 => $"INSERT OR REPLACE INTO Items (Id, Writer, {column}) VALUES ($0, 0, $1)",
                2 => $"INSERT INTO Items (Id, Writer, {column}) VALUES ($0, 0, $1) ON CONFLICT DO UPDATE SET {column} = excluded.{column}",
                3 => $"UPDATE Items SET {column} = $1 WHERE Id % 50 = $0 % 50",
                _ => $"UPDATE Items SET {column} = $1 WHERE Id = $0",
            },
            id,
            value);
        if (++_writes % 50 == 0)
            _db.Index.FlushAsync().GetAwaiter().GetResult();
        if (_writes % RebuildAfter == 0)
            _db.Index.RebuildAsync().GetAwaiter().GetResult();
    }

    private void Check(Random random)
    {
        var query = RandomValue.Sound(random);
        var (sound, unsound) = Read("Vector", longest: 1e18); // as an index compares by Euclidean distance
        var found = _db.Items.NearestTo(i => i.Vector, query, K, (i, distance) => new { i.Id, distance }).ToList();
        Compare([.. found.Select(f => (f.Id, f.distance))], sound, v => TensorPrimitives.Distance<float>(v, query));
        if (Scalar("SELECT count(*) FROM Items_Vector_Ledger WHERE omen_label('Items.Vector', Id) <> Label") is not 0L and var wrong)
            throw new FuzzFailure($"{wrong} keys have another label than memory says");
        if (random.Next(10) != 0)
            return;
        var verification = _db.Index.VerifyAsync().GetAwaiter().GetResult();
        var problem = unsound == 0 ? "" : $"{unsound:N0} rows cannot be searched";
        if (verification.Rows != sound.Count + unsound || verification.Problems.Count != Math.Sign(unsound) || !string.Concat(verification.Problems).StartsWith(problem, StringComparison.Ordinal))
            throw new FuzzFailure($"{sound.Count} sound rows and {unsound} others were verified as {verification.Rows}: {string.Join(' ', verification.Problems)}");
    }

    private void CheckPlain(Random random)
    {
        var query = RandomValue.Sound(random);
        var (sound, _) = Read("Plain", double.PositiveInfinity);
        foreach (var (id, vector) in sound.ToList())
        {
            if (!vector.AsSpan().ContainsAnyExcept(0f, -0f))
                sound.Remove(id);
        }

        var found = _db.Items.NearestTo(i => i.Plain, query, K, (i, distance) => new { i.Id, distance }).ToList();
        Compare([.. found.Select(f => (f.Id, f.distance))], sound, v => Cosine(v, query));
    }

    private static void Compare(List<(int Id, double Distance)> found, Dictionary<int, float[]> rows, Func<float[], double> distance)
    {
        var exact = rows.Values.Select(distance).Order().Take(K).ToList();
        if (found.Count != exact.Count || found.Select(f => f.Id).Distinct().Count() != found.Count)
            throw new FuzzFailure($"{exact.Count} rows are nearest, {found.Count} were found");
        for (var i = 0; i < found.Count; i++)
        {
            var ((id, told), wanted) = (found[i], exact[i]);
            if (!rows.TryGetValue(id, out var vector) || !Near(told, wanted) || !Near(told, distance(vector)))
                throw new FuzzFailure($"row {id} was found at {told}, where {wanted} is nearest number {i}");
        }
    }

    private static bool Near(double a, double b) => a == b || Math.Abs(a - b) <= 1e-3 * Math.Max(1, Math.Abs(b));

    private static double Cosine(float[] a, float[] b)
    {
        double dot = 0, aa = 0, bb = 0;
        for (var i = 0; i < a.Length; i++)
            (dot, aa, bb) = (dot + ((double)a[i] * b[i]), aa + ((double)a[i] * a[i]), bb + ((double)b[i] * b[i]));
        return 1 - (dot / Math.Sqrt(aa) / Math.Sqrt(bb));
    }

    private static double Norm(float[] vector) => TensorPrimitives.Norm<double>(Array.ConvertAll(vector, element => (double)element));

    private (Dictionary<int, float[]> Sound, int Unsound) Read(string column, double longest)
    {
        var sound = new Dictionary<int, float[]>();
        var unsound = 0;
        using var command = _connection.CreateCommand();
        command.CommandText = $"SELECT Id, CASE typeof({column}) WHEN 'blob' THEN {column} ELSE x'' END FROM Items WHERE {column} IS NOT NULL";
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var bytes = reader.GetFieldValue<byte[]>(1);
            var vector = MemoryMarshal.Cast<byte, float>(bytes).ToArray();
            if (bytes.Length == sizeof(float) * Item.Dimensions && TensorPrimitives.IsFiniteAll<float>(vector) && Norm(vector) <= longest)
                sound.Add(reader.GetInt32(0), vector);
            else
                unsound++;
        }

        return (sound, unsound);
    }

    private object? Scalar(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    private void Execute(string sql, params object[] values)
    {
        using var command = RandomValue.Bind(_connection.CreateCommand(), values);
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        do
        {
            while (reader.Read())
                _ = reader.GetValue(0);
        }
        while (reader.NextResult());
    }
}
