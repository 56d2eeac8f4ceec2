using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using OmenDb.Benchmarks.Machine;
using OmenDb.Benchmarks.Vectors;
using OmenDb.EFCore;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.Benchmarks.Model;

/// <summary>A fresh database file in a folder of its own, deleted when disposed.</summary>
internal sealed class BenchmarkDatabase : IDisposable
{
    private readonly WorkFolder _folder = new();
    private readonly int _dimensions;
    private readonly VectorMetric _metric;
    private readonly VectorIndexStorage _storage;

    public BenchmarkDatabase(int dimensions, VectorMetric metric, VectorIndexStorage storage = VectorIndexStorage.Full)
        : this(metric, dimensions, storage)
    {
        using var db = CreateContext();
        db.Database.EnsureCreated();
    }

    private BenchmarkDatabase(VectorMetric metric, int dimensions, VectorIndexStorage storage)
    {
        _dimensions = dimensions;
        _metric = metric;
        _storage = storage;
        Path = _folder.File("benchmark.db");
    }

    public string Path { get; }

    /// <summary>A context.</summary>
    /// <param name="targetRecall">What it asks of the index; null for the default.</param>
    public BenchmarkContext CreateContext(double? targetRecall = null) => new(Path, _dimensions, _metric, _storage, targetRecall);

    /// <summary>A context whose connection stays open, as that of a request that runs many queries.</summary>
    /// <param name="targetRecall">What it asks of the index; null for the default.</param>
    public BenchmarkContext OpenContext(double? targetRecall = null)
    {
        var db = CreateContext(targetRecall);
        db.Database.OpenConnection();
        return db;
    }

    /// <summary>The index as this process holds it.</summary>
    public LiveIndex LiveIndex => IndexRegistry.Get(Path).Get($"{nameof(BenchmarkContext.Rows)}.{nameof(Row.Vector)}");

    /// <summary>The same pages and the same snapshot once more: the contexts of one file share what is asked of its index.</summary>
    public BenchmarkDatabase Copy()
    {
        var copy = new BenchmarkDatabase(_metric, _dimensions, _storage);
        using (var from = new SqliteConnection($"Data Source={Path};Pooling=False"))
        using (var to = new SqliteConnection($"Data Source={copy.Path};Pooling=False"))
        {
            from.Open();
            to.Open();
            from.BackupDatabase(to);
        }

        var folder = Directory.CreateDirectory(IndexRegistry.Get(copy.Path).Snapshots!.Path);
        foreach (var file in Directory.GetFiles(LiveIndex.Database.Snapshots!.Path, "*.vamana"))
            File.Copy(file, System.IO.Path.Combine(folder.FullName, System.IO.Path.GetFileName(file)));
        return copy;
    }

    /// <summary>Entities made while they are enumerated; the key is the row's number plus one.</summary>
    public static IEnumerable<Row> Entities(IVectorSource vectors)
    {
        for (var row = 0; row < vectors.Count; row++)
        {
            var vector = new float[vectors.Dimensions];
            vectors.Copy(row, vector);
            yield return new Row { Id = row + 1, Title = $"row {row}", Share = Shares.Of(row), PlainShare = Shares.Of(row), Vector = vector };
        }
    }

    /// <summary>Deletes the files, also under contexts that are still open: a background indexer that wakes up then finds nothing to do.</summary>
    public void Delete()
    {
        SqliteConnection.ClearAllPools();
        _folder.Dispose();
    }

    public void Dispose() => Delete();
}
