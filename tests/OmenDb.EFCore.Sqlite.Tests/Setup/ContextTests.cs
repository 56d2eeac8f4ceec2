using System.ComponentModel;
using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using OmenDb.DiskAnn.Storage;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Tests.Setup;

/// <summary>However a context comes by its connection, and however many there are.</summary>
public sealed class ContextTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task Pooled_contexts_search()
    {
        await using (await FilledAsync())
        {
        }

        var pool = new PooledDbContextFactory<LibraryContext>(Database.Options<LibraryContext>(), poolSize: 2);
        for (var round = 0; round < 5; round++)
        {
            await using var db = await pool.CreateDbContextAsync();
            db.Add(new LibraryArticle { Embedding = Vectors.Random(round + 500) });
            await db.SaveChangesAsync();
            Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
            await db.ArticleIndex().FlushAsync();
        }
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Proxies_are_searched(bool ofChanges)
    {
        var options = Database.Options<ModelContext>(o =>
        {
            o.UseSqlite(Database.ConnectionString, sqlite => sqlite.UseOmenDb());
            _ = ofChanges ? o.UseChangeTrackingProxies() : o.UseLazyLoadingProxies();
        });
        await using var db = new ModelContext(options, static m => m.Entity<Proxied>());
        await db.Database.EnsureCreatedAsync();
        var vectors = Vectors.Many(50, 4);
        db.AddRange(vectors.Select((v, i) => db.CreateProxy<Proxied>(p => (p.Id, p.Vector) = (i + 1, v))));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        var query = Vectors.Random(99, 4);

        var nearest = await db.Set<Proxied>().NearestTo(query, 10).ToListAsync();
        Assert.Equal(Exact.Nearest(vectors.Select((v, i) => (i + 1, v)), query, 10), nearest.Select(p => p.Id));

        nearest[^1].Vector = query;
        await db.SaveChangesAsync();
        Assert.Same(nearest[^1], await db.Set<Proxied>().NearestTo(query, 1).SingleAsync());
    }

    [Theory, InlineData(ChangeTrackingStrategy.ChangedNotifications), InlineData(ChangeTrackingStrategy.ChangingAndChangedNotificationsWithOriginalValues)]
    public async Task Entities_that_tell_of_their_changes_are_searched(ChangeTrackingStrategy strategy)
    {
        await using var db = new ModelContext(Database.Options<ModelContext>(), m => m.HasChangeTrackingStrategy(strategy).Entity<Telling>());
        await db.Database.EnsureCreatedAsync();
        var row = new Telling { Vector = Vectors.Random(1, 4) };
        db.Add(row);
        await db.SaveChangesAsync();
        row.Vector = Vectors.Random(2, 4);
        await db.SaveChangesAsync();

        Assert.Equal(row.Vector, await db.Set<Telling>().NearestTo(row.Vector, 1).Select(t => t.Vector).SingleAsync());
    }

    [Fact]
    public async Task A_pooled_context_goes_back_with_its_transaction_open()
    {
        await using (await FilledAsync())
        {
        }

        var pool = new PooledDbContextFactory<LibraryContext>(Database.Options<LibraryContext>(), poolSize: 1);
        for (var round = 0; round < 3; round++)
        {
            await using var db = await pool.CreateDbContextAsync();
            await db.Database.BeginTransactionAsync();
            db.Add(new LibraryArticle { Embedding = Query });
            await db.SaveChangesAsync();
        }

        await using var last = await pool.CreateDbContextAsync();
        Assert.Equal(await last.ExactIdsAsync(Query, 10), await last.NearestIdsAsync(Query, 10)); // and nothing was committed
    }

    [Fact]
    public async Task Contexts_that_declare_a_column_differently_do_not_answer_for_each_other()
    {
        await using var cosine = await Database.CreateAsync(m => m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector));
        cosine.AddRange(Vectors.Many(100, 4).Select(v => new Note { Vector = v }));
        await cosine.SaveChangesAsync();
        await using var euclidean = Database.Open(m => m.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector).HasMetric(VectorMetric.Euclidean));
        Assert.Equal(10, await euclidean.Set<Note>().NearestTo(Vectors.Random(1, 4), 10).CountAsync());

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => cosine.Set<Note>().NearestTo(Vectors.Random(1, 4), 10).CountAsync());

        Assert.Contains("'Note.Vector' of this context", error.Message, StringComparison.Ordinal);
        Assert.Contains("Euclidean", error.Message, StringComparison.Ordinal);
        Assert.Equal(System.Data.ConnectionState.Closed, cosine.Database.GetDbConnection().State);
    }

    [Fact]
    public async Task A_pooled_context_takes_its_index_back_when_one_that_declares_it_differently_is_in_its_pool_again()
    {
        var cosine = new PooledDbContextFactory<NoteContext>(Database.Options<NoteContext>(), poolSize: 1);
        var euclidean = new PooledDbContextFactory<EuclideanContext>(Database.Options<EuclideanContext>(), poolSize: 1);
        for (var round = 0; round < 3; round++)
        {
            await using (var db = await cosine.CreateDbContextAsync())
                await RecreateAsync(db);
            await using (var db = await euclidean.CreateDbContextAsync())
                await RecreateAsync(db);
        }

        static async Task RecreateAsync(DbContext db)
        {
            await db.Database.EnsureDeletedAsync();
            await db.Database.EnsureCreatedAsync();
            db.AddRange(Vectors.Many(20, 4).Select(v => new Note { Vector = v }));
            await db.SaveChangesAsync();
            Assert.Equal(10, await db.Set<Note>().NearestTo(n => n.Vector, Vectors.Random(1, 4), 10).CountAsync());
        }
    }

    [Fact]
    public async Task An_application_s_own_patience_with_a_locked_database_stays()
    {
        await using var db = await FilledAsync();
        await using var patient = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(Database.ConnectionString, s => s.UseOmenDb()).AddInterceptors(new Patience())));
        await patient.Database.OpenConnectionAsync();

        Assert.Equal(20_000, await patient.Database.SqlQuery<int>($"SELECT timeout AS Value FROM pragma_busy_timeout").SingleAsync());
    }

    [Fact]
    public async Task A_database_with_a_rollback_journal_is_written_to_while_it_is_indexed()
    {
        await using var db = await FilledAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE");

        for (var i = 0; i < 300; i++)
        {
            db.Add(new LibraryArticle { Embedding = Vectors.Random(i + 500) });
            await db.SaveChangesAsync();
        }

        await db.ArticleIndex().FlushAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_database_with_a_rollback_journal_is_written_to_over_the_application_s_own_connection(bool isOpen)
    {
        await using (var db = await FilledAsync())
            await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = DELETE");
        SqliteConnection.ClearAllPools();
        await using var connection = new SqliteConnection(Database.ConnectionString);
        if (isOpen)
            await connection.OpenAsync();

        for (var i = 0; i < 100; i++)
        {
            await using var db = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(connection, s => s.UseOmenDb())));
            db.Add(new LibraryArticle { Embedding = Vectors.Random(i + 500) });
            await db.SaveChangesAsync();
        }
    }

    [Fact]
    public async Task A_search_in_a_shared_cache_waits_for_who_writes()
    {
        await using (await FilledAsync())
        {
        }

        await using var connection = new SqliteConnection(Database.ConnectionString + ";Cache=Shared");
        await connection.OpenAsync();
        await using var db = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(connection, s => s.UseOmenDb())));
        var expected = await db.ExactIdsAsync(Query, 10);
        await using var other = new SqliteConnection(Database.ConnectionString + ";Cache=Shared");
        await other.OpenAsync();
        await using var writing = (SqliteTransaction)await other.BeginTransactionAsync();
        TestDatabase.Execute(other, "INSERT INTO Authors (Name) VALUES ('somebody')");

        var waiting = Attempts.OfAStatementAsync(connection, times: 3);
        var search = Task.Run(() => db.NearestIdsAsync(Query, 10));
        Assert.Same(waiting, await Task.WhenAny(search, waiting));
        await writing.RollbackAsync();

        Assert.Equal(expected, await search);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_search_in_a_shared_cache_sees_what_is_not_committed_where_the_application_asks_for_that(bool byUri)
    {
        await using (await FilledAsync())
        {
        }

        var shared = byUri ? $"Data Source=file:{Database.FilePath}?cache=shared" : Database.ConnectionString + ";Cache=Shared";
        await using var db = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(shared, s => s.UseOmenDb())));
        await using var other = new SqliteConnection(shared);
        await other.OpenAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlAsync($"PRAGMA read_uncommitted = 1");
        await using var reading = byUri ? null : await db.Database.BeginTransactionAsync(System.Data.IsolationLevel.ReadUncommitted);
        await AssertAsync();
        await using var writing = (SqliteTransaction)await other.BeginTransactionAsync();

        TestDatabase.Execute(other, "INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1000, '', 1, $vector)", ("$vector", Vectors.Bytes(Query)));
        await AssertAsync();
        TestDatabase.Execute(other, "INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1001, '', 1, $vector)", ("$vector", Vectors.Bytes(Query)));
        await AssertAsync();
        await writing.RollbackAsync();
        await AssertAsync();

        async Task AssertAsync()
        {
            Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
            var passing = await db.Articles.AsNoTracking().Where(a => a.Category == 1).Select(a => a.Id).ToListAsync();
            Assert.Equal(passing.Order(), (await db.Articles.Where(a => a.Category == 1).NearestTo(a => a.Embedding, Query, 1_000).Select(a => a.Id).ToListAsync()).Order());
        }
    }

    [Fact]
    public async Task A_connection_that_the_application_opened_itself_searches()
    {
        await using (await FilledAsync())
        {
        }

        await using var connection = Database.Connect();
        await using var db = new LibraryContext(Database.Options<LibraryContext>(o => o.UseSqlite(connection, sqlite => sqlite.UseOmenDb())));

        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
        await db.ArticleIndex().FlushAsync();
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    [Fact]
    public async Task A_connection_has_the_functions_that_EF_Core_adds_to_SQLite()
    {
        await using var db = await FilledAsync();

        Assert.Equal(1, await db.Articles.CountAsync(a => Regex.IsMatch(a.Title, "^Article 7$")));
    }

    [Fact]
    public async Task An_index_leaves_memory_a_minute_after_its_last_context_is_disposed()
    {
        var clock = new IdleClock();
        var database = IndexRegistry.Get(Database.FilePath, clock: clock);
        var first = await Database.FillLibraryAsync(50, flushed: true);
        await using (var second = Database.Library())
        {
            await second.NearestIdsAsync(Vectors.Random(1), 1);
            await first.DisposeAsync();
            Assert.Null(clock.Due);
        }

        Assert.Equal(TimeSpan.FromMinutes(1), clock.Due);
        Assert.NotNull(database.Get("Articles.Embedding").View);
        await UnloadedAsync(database.Get("Articles.Embedding"), clock);
    }

    [Fact]
    public void The_index_of_a_database_in_memory_stays_since_no_file_has_it()
    {
        var clock = new IdleClock();
        var database = new VectorDatabase(null, FileSystem.Default, clock, BackgroundThreads.Default);

        database.AddUser();
        database.RemoveUser();

        Assert.Null(clock.Due);
    }

    [Fact]
    public async Task An_index_leaves_memory_a_minute_after_its_last_context_is_back_in_its_pool()
    {
        var clock = new IdleClock();
        var database = IndexRegistry.Get(Database.FilePath, clock: clock);
        await using (await Database.FillLibraryAsync(50, flushed: true))
        {
        }

        var pool = new PooledDbContextFactory<LibraryContext>(Database.Options<LibraryContext>(), poolSize: 1);
        for (var i = 0; i < 2; i++)
        {
            await using (var db = await pool.CreateDbContextAsync())
                Assert.Equal(5, (await db.NearestIdsAsync(Query, 5)).Count);

            await UnloadedAsync(database.Get("Articles.Embedding"), clock);
        }
    }

    [Fact]
    public async Task What_belongs_to_the_request_that_is_the_first_to_open_a_database_is_not_kept_with_it()
    {
        var clock = new IdleClock();

        IndexRegistry.Get(Database.FilePath, clock: clock);
        await using var db = await Database.FillLibraryAsync(5);

        Assert.True(clock.IsApart);
        Assert.False(ExecutionContext.IsFlowSuppressed());
    }

    [Fact]
    public async Task An_index_stays_in_memory_where_another_context_comes_within_the_minute()
    {
        var clock = new IdleClock();
        var database = IndexRegistry.Get(Database.FilePath, clock: clock);
        await using (await Database.FillLibraryAsync(50, flushed: true))
        {
        }

        await using var second = Database.Library();
        await second.Comments.CountAsync();
        Assert.Null(clock.Due);
        clock.Ring(); // as it was about to

        Assert.NotNull(database.Get("Articles.Embedding").View);
    }

    [Fact]
    public async Task An_index_stays_in_memory_where_another_context_comes_while_it_is_brought_up_to_date_after_that_minute()
    {
        var clock = new IdleClock();
        var database = IndexRegistry.Get(Database.FilePath, clock: clock);
        await using (await Database.FillLibraryAsync(50, flushed: true))
        {
        }

        await using var second = Database.Library();
        var ring = Task.CompletedTask;
        await Database.WhileIndexingAsync(async () =>
        {
            ring = Task.Run(clock.Ring);
            await Task.Delay(200); // by then it has seen that nobody uses the index
            await second.Comments.CountAsync();
        });
        await ring;

        Assert.NotNull(database.Get("Articles.Embedding").View);
    }

    [Fact]
    public async Task No_other_process_may_write_while_a_file_is_written_for_a_context_that_comes_after_that_minute()
    {
        var (clock, files) = (new IdleClock(), new FaultyFileSystem());
        var database = IndexRegistry.Get(Database.FilePath, files, clock);
        await using (var first = await Database.FillLibraryAsync(50))
        {
            first.Add(new LibraryDraft { Sketch = Vectors.Random(1) });
            await first.SaveChangesAsync();
        }

        using var other = new SnapshotDirectory(Database.FilePath, FileSystem.Default);
        using var isBusy = new ManualResetEventSlim();
        using var isFree = new ManualResetEventSlim();
        using var isWriting = new ManualResetEventSlim();
        using var isWritten = new ManualResetEventSlim();
        files.Before(Touch.Write, () =>
        {
            isWriting.Set();
            isWritten.Wait();
        });
        var busy = Task.Run(() => database.Indexes.Last().Turns.Run(() =>
        {
            isBusy.Set();
            isFree.Wait();
        }));
        isBusy.Wait();
        var ring = Task.Run(clock.Ring);
        await Task.Delay(200); // by then it has seen that nobody uses them
        await using var second = Database.Library();
        await second.Comments.CountAsync();
        var flush = Task.Run(() => database.Indexes.First().Indexer.Drain(publish: true));
        await Task.Delay(200);
        isFree.Set();
        isWriting.Wait();
        await Task.WhenAny(ring, Task.Delay(1_000));

        var isLocked = !other.TryLock();
        isWritten.Set();
        await Task.WhenAll(busy, ring, flush);
        Assert.True(isLocked);
    }

    [Fact]
    public async Task An_index_that_is_brought_up_to_date_when_nobody_uses_it_any_more_leaves_memory_again()
    {
        var clock = new IdleClock();
        var database = IndexRegistry.Get(Database.FilePath, clock: clock);
        await using (await Database.FillLibraryAsync(50, flushed: true))
        {
        }

        var index = database.Get("Articles.Embedding");
        await UnloadedAsync(index, clock);

        index.Wake(); // as what was committed last did, and waited for its turn

        await Eventually.TrueAsync(() => Task.FromResult(index.View is not null && clock.Due is not null));
        await UnloadedAsync(index, clock);
    }

    [Fact]
    public async Task Many_contexts_search_at_once_while_another_writes()
    {
        await using var db = await FilledAsync();
        var searches = Enumerable.Range(0, 4).Select(async n =>
        {
            await using var own = Database.Library();
            for (var i = 0; i < 30; i++)
                Assert.Equal(10, (await own.NearestIdsAsync(Vectors.Random(n * 100 + i), 10)).Distinct().Count());
        }).ToList();
        for (var i = 0; i < 10; i++)
        {
            db.Add(new LibraryArticle { Embedding = Vectors.Random(700 + i) });
            await db.SaveChangesAsync();
        }

        await Task.WhenAll(searches);
        Assert.Equal(await db.ExactIdsAsync(Query, 10), await db.NearestIdsAsync(Query, 10));
    }

    // Nothing is let go of while it is brought up to date, as after the last commit, and it is looked again a minute later.
    private static Task UnloadedAsync(LiveIndex index, IdleClock clock) => Eventually.TrueAsync(() =>
    {
        if (clock.Due is not null)
            clock.Ring();
        return Task.FromResult(index.View is null);
    });

    private async Task<LibraryContext> FilledAsync()
    {
        var db = await Database.FillLibraryAsync(200);
        db.AddRange(Enumerable.Range(1, 200).SelectMany(i => new[] { new LibraryComment { ArticleId = i, Text = $"first of {i}" }, new LibraryComment { ArticleId = i, Text = $"second of {i}" } }));
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        await db.ArticleIndex().FlushAsync();
        return db;
    }

    public class NoteContext(DbContextOptions<NoteContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector);
    }

    public class EuclideanContext(DbContextOptions<EuclideanContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.Entity<Note>().ToTable("Notes").HasVectorIndex(n => n.Vector).HasMetric(VectorMetric.Euclidean);
    }

    /// <summary>A clock whose minute is over when the test says so.</summary>
    private sealed class IdleClock : TimeProvider, ITimer
    {
        private Action _ring = static () => { };

        public TimeSpan? Due { get; private set; }

        public bool IsApart { get; private set; }

        public void Ring()
        {
            Due = null;
            _ring();
        }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            _ring = () => callback(state);
            IsApart = ExecutionContext.IsFlowSuppressed();
            Change(dueTime, period);
            return this;
        }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : dueTime;
            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }

    private sealed class Patience : DbConnectionInterceptor
    {
        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            TestDatabase.Execute((SqliteConnection)connection, "PRAGMA busy_timeout = 20000");
            return Task.CompletedTask;
        }
    }

    private sealed class Telling : INotifyPropertyChanging, INotifyPropertyChanged
    {
        public event PropertyChangingEventHandler? PropertyChanging;

        public event PropertyChangedEventHandler? PropertyChanged;

        public int Id { get; set; }

        [Vector(4), VectorIndex]
        public float[] Vector
        {
            get;
            set
            {
                PropertyChanging?.Invoke(this, new(nameof(Vector)));
                field = value;
                PropertyChanged?.Invoke(this, new(nameof(Vector)));
            }
        } = [];
    }
}
