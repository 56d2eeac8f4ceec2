using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using OmenDb.EFCore.Diagnostics;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Indexing;

/// <summary>What an application can see of the indexes: events, measurements, activities.</summary>
public sealed class DiagnosticsTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task A_search_and_a_rebuild_are_counted_and_measured()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Measured>());
        db.AddRange(Vectors.Many(50).Select(v => new Measured { Vector = v }));
        await db.SaveChangesAsync();
        await db.Database.VectorIndex<Measured>(m => m.Vector).FlushAsync();
        var told = new ConcurrentQueue<(string Instrument, double Value)>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == "OmenDb") l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();

        await db.Set<Measured>().NearestTo(Query, 10).ToListAsync();
        await db.Database.VectorIndex<Measured>(m => m.Vector).RebuildAsync();
        listener.RecordObservableInstruments();

        var measured = told.ToDictionary(t => t.Instrument, t => t.Value); // each once
        Assert.Equal(1, measured["omendb.searches"]);
        Assert.InRange(measured["omendb.search.duration"], double.Epsilon, 60);
        Assert.Equal(10, measured["omendb.search.candidates"]);
        Assert.Equal(1, measured["omendb.rebuilds"]);
        Assert.Equal(50, measured["omendb.index.applied"]);
        Assert.Equal(0, measured["omendb.index.pending"]);
        Assert.Equal(new FileInfo(Database.Snapshots.Single()).Length, measured["omendb.index.snapshot.size"]);
        Assert.InRange(measured["omendb.index.recall"], 0.98, 1);
        Assert.Equal(8, measured.Count);

        void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.SequenceEqual([new("omendb.index", "Measured.Vector"), new("omendb.database", Database.FilePath)])) // other tests search at the same time
                told.Enqueue((instrument.Name, value));
        }
    }

    [Fact]
    public void Histograms_have_buckets_in_which_searches_differ()
    {
        var published = new List<Instrument>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, _) => { if (instrument.Meter.Name == "OmenDb") published.Add(instrument); } };
        IndexRegistry.Get(Database.FilePath); // so that there are instruments
        listener.Start();

        var seconds = Assert.Single(published.OfType<Histogram<double>>()).Advice!.HistogramBucketBoundaries!;
        var rows = Assert.Single(published.OfType<Histogram<long>>()).Advice!.HistogramBucketBoundaries!;
        Assert.Equal((0.000_02, 1), (seconds[0], seconds[^1]));
        Assert.Equal((1, 100_000), (rows[0], rows[^1]));
        Assert.All(seconds.Zip(seconds.Skip(1)), b => Assert.InRange(b.Second / b.First, 1.99, 2.51));
        Assert.All(rows.Zip(rows.Skip(1)), b => Assert.InRange((double)b.Second / b.First, 1.99, 2.51));
    }

    [Fact]
    public async Task An_index_in_memory_is_measured_as_such()
    {
        await using var db = new ModelContext(Database.Options<ModelContext>(o => o.UseSqlite("Data Source=:memory:", sqlite => sqlite.UseOmenDb())), static m => m.Entity<Measured>().ToTable("InMemory"));
        await db.Database.OpenConnectionAsync();
        await db.Database.EnsureCreatedAsync();
        var told = new ConcurrentQueue<KeyValuePair<string, object?>[]>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Name == "omendb.searches") l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => told.Enqueue(tags.ToArray()));
        listener.Start();

        await db.Set<Measured>().NearestTo(Query, 10).ToListAsync();

        var tags = Assert.Single(told, t => t[0].Value is "InMemory.Vector");
        Assert.Equal(new("omendb.database", ":memory:"), tags[1]);
    }

    [Fact]
    public async Task A_recall_that_was_never_measured_is_not_told()
    {
        await using var db = await Database.CreateAsync(m => m.Entity<Measured>());
        await db.Set<Measured>().NearestTo(Query, 10).ToListAsync();
        Assert.Null((await db.Database.VectorIndex<Measured>(m => m.Vector).GetStatisticsAsync()).MeasuredRecall);
        var told = new ConcurrentQueue<string>();
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => { if (instrument.Meter.Name == "OmenDb") l.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Keep(instrument, tags));
        listener.Start();

        listener.RecordObservableInstruments();

        Assert.Equal(["omendb.index.applied", "omendb.index.pending", "omendb.index.snapshot.size"], told.Order());

        void Keep(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            if (tags.ToArray().Any(t => t.Value is string path && path == Database.FilePath))
                told.Enqueue(instrument.Name);
        }
    }

    [Fact]
    public async Task A_search_is_an_activity_inside_the_one_that_asked()
    {
        await using var db = await Database.FillLibraryAsync(50);

        var search = Assert.Single(await Searches.OfAsync(() => db.NearestIdsAsync(Query, 10)));

        Assert.Equal("Articles.Embedding", search.GetTagItem("omendb.index"));
    }

    [Theory]
    [InlineData(1, 64, 4)] // none of the first rows pass: the probe gives up, and the set is searched
    [InlineData(1_500, 32, 16)] // all do: the probe stops with the tenth
    public async Task A_probe_reads_no_further_than_it_must(int passing, int mostProbed, int mostSearched)
    {
        await using var db = await Database.FillLibraryAsync(1_500, flushed: true);
        var far = (await db.NearestIdsAsync(Query, 1_500)).TakeLast(passing).ToHashSet();
        await db.Articles.Where(a => far.Contains(a.Id)).ExecuteUpdateAsync(s => s.SetProperty(a => a.Category, 77));

        var searches = await Searches.OfAsync(() => db.Articles.Where(a => a.Category == 77).NearestTo(a => a.Embedding, Query, 10).ToListAsync());

        var candidates = searches.ConvertAll(s => (long)s.GetTagItem("omendb.candidates")!);
        Assert.Equal(2, candidates.Count);
        Assert.InRange(candidates.Min(), 1, mostSearched);
        Assert.InRange(candidates.Max(), 1, mostProbed);
    }

    [Fact]
    public async Task ConfigureWarnings_makes_an_event_an_error()
    {
        var options = Database.Options<ModelContext>(o => o.UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb())
            .ConfigureWarnings(w => w.Throw(OmenDbEventId.VectorSearchWithoutIndex)));
        await using var db = new ModelContext(options, static m => m.Entity<Note>().Property<int>("Throws"));

        var error = Assert.Throws<InvalidOperationException>(() => db.Set<Note>().NearestTo(n => n.Vector, Vectors.Random(1, 4), 5).ToQueryString());
        Assert.Contains("VectorSearchWithoutIndex", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_log_that_is_closed_ends_nothing_in_the_background()
    {
        var log = new StringWriter();
        await using var db = new LibraryContext(new DbContextOptionsBuilder<LibraryContext>().UseSqlite(Database.ConnectionString, s => s.UseOmenDb()).LogTo(log.WriteLine, LogLevel.Warning).Options);
        await db.Database.EnsureCreatedAsync();
        await db.Database.OpenConnectionAsync();
        log.Dispose();
        Database.Execute("INSERT INTO Articles (Title, Category, Embedding) VALUES ('', 0, x'00')"); // to be skipped, and told

        IndexRegistry.Get(Database.FilePath).Wake();

        await Eventually.TrueAsync(() => Task.FromResult(IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding").View?.Applied == 1));
    }

    [Fact]
    public async Task Indexing_that_goes_on_failing_is_told_of_once_until_it_works_again()
    {
        await using var db = await Database.FillLibraryAsync(50, flushed: true);
        var indexer = IndexRegistry.Get(Database.FilePath).Get("Articles.Embedding").Indexer;

        for (var failures = 1; failures <= 2; failures++)
        {
            Database.Execute("ALTER TABLE Articles_Embedding_Ledger RENAME TO Gone");
            indexer.Wake();
            await Eventually.TrueAsync(() => Task.FromResult(Failures() == failures)); // on a thread of its own
            indexer.RunInBackground(); // the same again, here and now
            indexer.RunInBackground();
            Assert.Equal(failures, Failures());

            Database.Execute("ALTER TABLE Gone RENAME TO Articles_Embedding_Ledger");
            indexer.RunInBackground();
        }

        Assert.Equal(2, Failures());

        int Failures() => Database.Events.Count(e => e.Id == OmenDbEventId.IndexingFailed);
    }

    [Fact]
    public async Task A_context_that_is_gone_is_kept_by_nobody_who_would_log_through_it()
    {
        await using (await Database.CreateLibraryAsync())
        {
        }

        var entity = await SavedAsync();

        await Eventually.TrueAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return Task.FromResult(!entity.IsAlive);
        });

        async Task<WeakReference> SavedAsync()
        {
            await using var db = Database.Library();
            var article = new LibraryArticle { Embedding = Vectors.Random(1) };
            db.Add(article);
            await db.SaveChangesAsync();
            return new WeakReference(article);
        }
    }

    [Fact]
    public async Task An_opened_connection_costs_two_statements_however_many_indexes_there_are()
    {
        using (var first = await Database.CreateLibraryAsync())
            await first.AddArticlesAsync(10);
        using var copy = Database.Copy(); // as a new process would find it
        var sent = new List<string>();
        await using var connection = copy.Connect();
        SQLitePCL.raw.sqlite3_trace(connection.Handle!, (_, sql) => sent.Add(sql), null);
        await using var db = new LibraryContext(copy.Options<LibraryContext>(o => o.UseSqlite(connection, sqlite => sqlite.UseOmenDb())));

        await db.Comments.CountAsync();
        await db.Comments.CountAsync();

        Assert.Equal(4, sent.Count);
        Assert.Equal("PRAGMA busy_timeout", sent[0]); // which reads nothing
        Assert.Contains("sqlite_master", sent[1], StringComparison.Ordinal);
    }

    // The activities of an action's searches, in the order in which they ended.
    private sealed class Measured
    {
        public int Id { get; set; }
        [Vector(8), VectorIndex] public ReadOnlyMemory<float> Vector { get; set; }
    }
}
