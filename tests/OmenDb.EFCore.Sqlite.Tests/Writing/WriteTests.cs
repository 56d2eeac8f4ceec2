namespace OmenDb.EFCore.Sqlite.Tests.Writing;

/// <summary>However a vector gets into the database, or out of it, searches know.</summary>
public sealed class WriteTests : DatabaseTest
{
    private static readonly float[] Query = Vectors.Random(99);

    [Fact]
    public async Task Rows_that_one_statement_inserts_first_of_all_are_found()
    {
        await using var db = await Database.CreateLibraryAsync();

        Database.Execute("INSERT INTO Articles (Title, Category, Embedding) SELECT '', 0, $vector FROM (VALUES (1), (2), (3))", ("$vector", Vectors.Bytes(Vectors.Random(1))));

        Assert.Equal([1, 2, 3], (await db.NearestIdsAsync(Vectors.Random(4), 10)).Order());
    }

    [Fact]
    public async Task Vectors_that_one_statement_sets_first_of_all_are_found()
    {
        await using var db = await Database.CreateLibraryAsync();
        db.AddRange(new LibraryDraft(), new LibraryDraft(), new LibraryDraft());
        await db.SaveChangesAsync();

        await db.Drafts.ExecuteUpdateAsync(set => set.SetProperty(d => d.Sketch, Vectors.Random(1)));

        Assert.Equal(3, await db.Drafts.NearestTo(d => d.Sketch, Vectors.Random(2), 10).CountAsync());
    }

    [Fact]
    public async Task Rows_are_numbered_on_when_somebody_empties_the_table_of_numbers()
    {
        await using var db = await Database.FillLibraryAsync(20);
        Database.Execute("DELETE FROM sqlite_sequence");

        await db.AddArticlesAfterAsync(1, from: 100);
        Database.Execute("INSERT OR REPLACE INTO Articles (Id, Title, Category, Embedding) VALUES (101, '', 0, $vector)", ("$vector", Vectors.Bytes(Vectors.Random(1))));

        Assert.Equal(Enumerable.Range(1, 20).Append(100).Append(101), (await db.NearestIdsAsync(Vectors.Random(4), 50)).Order());
    }

    [Theory, InlineData("rowid"), InlineData("_rowid_"), InlineData("oid")]
    public async Task Keys_that_were_changed_under_another_name_are_told_by_verification_and_mended_by_a_rebuild(string name)
    {
        await using var db = await Database.FillLibraryAsync(20);
        Database.Execute($"UPDATE Articles SET {name} = 1000 WHERE Id = 7");

        Assert.Equal(2, (await db.ArticleIndex().VerifyAsync()).Problems.Count); // a row without a label, and a label without a row
        await db.ArticleIndex().RebuildAsync();
        Assert.True((await db.ArticleIndex().VerifyAsync()).IsHealthy);
        Assert.Contains(1000, await db.NearestIdsAsync(Vectors.Random(4), 20));
    }

    [Fact]
    public async Task A_rebuild_that_is_cancelled_has_given_no_row_a_label_that_the_index_knows()
    {
        await using var db = await Database.FillLibraryAsync(100, flushed: true);
        Database.Execute("DELETE FROM Articles WHERE Id > 90; DELETE FROM sqlite_sequence; UPDATE Articles SET rowid = 1000 WHERE Id = 5");
        using var cancellation = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.ArticleIndex().RebuildAsync(new Cancelling(cancellation), cancellation.Token));

        Database.Execute("INSERT INTO Articles (Title, Category, Slug, Embedding) SELECT '', 0, 'copy-' || Id, Embedding FROM Articles WHERE Id BETWEEN 11 AND 20");
        await db.ArticleIndex().FlushAsync();

        foreach (var article in await db.Articles.AsNoTracking().Where(a => a.Id >= 1000).ToListAsync())
            Assert.Contains(article.Id, await db.NearestIdsAsync(article.Embedding.ToArray(), 2));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_vector_that_the_database_computes_is_found_where_it_is_now(bool isStored)
    {
        await using var db = await Database.CreateAsync(m =>
        {
            m.Entity<Note>().ToTable("Notes").Property<string>("Source");
            m.Entity<Note>().Property(n => n.Vector).HasComputedColumnSql("unhex(Source)", isStored);
            m.Entity<Note>().HasVectorIndex(n => n.Vector).HasMetric(VectorMetric.Euclidean);
        });
        for (var axis = 0; axis < 3; axis++)
            Database.Execute("INSERT INTO Notes (Id, Source) VALUES ($id, hex($vector))", ("$id", axis), ("$vector", Vectors.Bytes(Vectors.Axis(axis, 4))));
        var index = db.Database.VectorIndex<Note>(n => n.Vector);
        await index.FlushAsync();

        Database.Execute("UPDATE Notes SET Source = hex($vector) WHERE Id = 0", ("$vector", Vectors.Bytes(Vectors.Axis(3, 4))));

        Assert.Equal([(0, 0f)], await NearestAsync());
        await index.FlushAsync();
        Assert.Equal([(0, 0f)], await NearestAsync());
        Assert.True((await index.VerifyAsync()).IsHealthy);

        async Task<List<(int, float)>> NearestAsync()
            => (await db.Set<Note>().NearestTo(n => n.Vector, Vectors.Axis(3, 4), 1, (n, distance) => new { n.Id, distance }).ToListAsync()).ConvertAll(n => (n.Id, (float)n.distance));
    }

    [Theory, InlineData(false), InlineData(true)]
    public Task A_row_that_is_added_is_found(bool flushed) => CheckAsync(flushed, async db =>
    {
        db.Add(new LibraryArticle { Id = 1000, Embedding = Query });
        await db.SaveChangesAsync();
    });

    [Theory, InlineData(false), InlineData(true)]
    public Task A_vector_that_is_changed_is_found_where_it_is_now(bool flushed) => CheckAsync(flushed, async db =>
    {
        (await db.Articles.FindAsync(7))!.Embedding = Query;
        await db.SaveChangesAsync();
    });

    [Theory, InlineData(false), InlineData(true)]
    public Task A_row_that_is_removed_is_not_found(bool flushed) => CheckAsync(flushed, async db =>
    {
        db.Remove(new LibraryArticle { Id = await NearestAsync(db) });
        await db.SaveChangesAsync();
    });

    [Theory, InlineData(false), InlineData(true)]
    public Task ExecuteUpdate_is_seen(bool flushed)
        => CheckAsync(flushed, db => db.Articles.Where(a => a.Id > 190).ExecuteUpdateAsync(s => s.SetProperty(a => a.Embedding, new ReadOnlyMemory<float>(Query))));

    [Theory, InlineData(false), InlineData(true)]
    public Task ExecuteUpdate_of_other_columns_changes_nothing(bool flushed)
        => CheckAsync(flushed, db => db.Articles.ExecuteUpdateAsync(s => s.SetProperty(a => a.Title, "same")));

    [Theory, InlineData(false), InlineData(true)]
    public Task ExecuteDelete_is_seen(bool flushed)
        => CheckAsync(flushed, async db =>
        {
            var nearest = await NearestAsync(db);
            await db.Articles.Where(a => a.Id == nearest || a.Category == 1).ExecuteDeleteAsync();
        });

    [Theory, InlineData(false), InlineData(true)]
    public Task ExecuteSql_is_seen(bool flushed)
        => CheckAsync(flushed, db => db.Database.ExecuteSqlRawAsync(
            "INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1000, '', 0, {0}); DELETE FROM Articles WHERE Id < 20; UPDATE Articles SET Embedding = {0} WHERE Id = 30",
            Vectors.Bytes(Query)));

    [Theory, InlineData(false), InlineData(true)]
    public Task A_plain_connection_that_knows_nothing_of_vectors_is_seen(bool flushed)
        => CheckAsync(flushed, _ => Task.Run(() => Database.Execute(
            "INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (1000, '', 0, $v); DELETE FROM Articles WHERE Id < 20; UPDATE Articles SET Embedding = $v WHERE Id = 30",
            ("$v", Vectors.Bytes(Query)))));

    [Theory, InlineData(false), InlineData(true)]
    public Task Insert_or_replace_of_the_same_key_is_seen(bool flushed)
        => CheckAsync(flushed, _ => Task.Run(() => Database.Execute(
            "INSERT OR REPLACE INTO Articles (Id, Title, Category, Embedding) VALUES (7, '', 0, $v)", ("$v", Vectors.Bytes(Query)))));

    [Theory, InlineData(false), InlineData(true)]
    public Task A_row_that_is_replaced_through_another_unique_column_is_gone(bool flushed)
        => CheckAsync(flushed, async db =>
        {
            var nearest = await NearestAsync(db);
            Database.Execute(
                "INSERT OR REPLACE INTO Articles (Id, Title, Category, Slug, Embedding) VALUES (1000, '', 0, $slug, $v)",
                ("$slug", $"slug-{nearest}"), ("$v", Vectors.Bytes(Vectors.Random(5))));
            Assert.Null(await db.Articles.FindAsync(nearest));
        });

    [Theory, InlineData(false), InlineData(true)]
    public Task A_key_that_comes_back_after_it_was_replaced_away_is_found_once(bool flushed)
        => CheckAsync(flushed, async db =>
        {
            var nearest = await NearestAsync(db);
            Database.Execute(
                """
                INSERT OR REPLACE INTO Articles (Id, Title, Category, Slug, Embedding) VALUES (1000, '', 0, $slug, $other);
                INSERT INTO Articles (Id, Title, Category, Embedding) VALUES ($id, '', 0, $v);
                """,
                ("$slug", $"slug-{nearest}"), ("$other", Vectors.Bytes(Vectors.Random(5))), ("$id", nearest), ("$v", Vectors.Bytes(Query)));
        });

    [Theory, InlineData(false), InlineData(true)]
    public Task A_row_that_is_moved_to_a_key_that_was_replaced_away_is_found_once(bool flushed)
        => CheckAsync(flushed, async db =>
        {
            var nearest = await NearestAsync(db);
            Database.Execute(
                """
                INSERT OR REPLACE INTO Articles (Id, Title, Category, Slug, Embedding) VALUES (1000, '', 0, $slug, $v);
                UPDATE Articles SET Id = $id WHERE Id = 1000;
                """,
                ("$slug", $"slug-{nearest}"), ("$id", nearest), ("$v", Vectors.Bytes(Query)));
        });

    [Theory, InlineData(false), InlineData(true)]
    public Task Update_or_replace_is_seen(bool flushed)
        => CheckAsync(flushed, async db =>
        {
            var nearest = await NearestAsync(db);
            Database.Execute("UPDATE OR REPLACE Articles SET Id = $id WHERE Id = 7", ("$id", nearest == 7 ? 8 : nearest));
        });

    [Theory, InlineData(false), InlineData(true)]
    public Task An_upsert_is_seen(bool flushed)
        => CheckAsync(flushed, _ => Task.Run(() => Database.Execute(
            """
            INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (7, '', 0, $v), (1000, '', 0, $v)
            ON CONFLICT (Id) DO UPDATE SET Embedding = excluded.Embedding
            """,
            ("$v", Vectors.Bytes(Query)))));

    [Theory, InlineData(false), InlineData(true)]
    public Task An_upsert_that_does_nothing_changes_nothing(bool flushed)
        => CheckAsync(flushed, _ => Task.Run(() => Database.Execute(
            "INSERT INTO Articles (Id, Title, Category, Embedding) VALUES (7, '', 0, $v) ON CONFLICT (Id) DO NOTHING", ("$v", Vectors.Bytes(Query)))));

    [Theory, InlineData(false), InlineData(true)]
    public Task A_primary_key_that_changes_is_found_under_its_new_value(bool flushed)
        => CheckAsync(flushed, async db =>
        {
            var nearest = await NearestAsync(db);
            Database.Execute("UPDATE Articles SET Id = 1000 WHERE Id = $id", ("$id", nearest));
            Assert.Equal(1000, await NearestAsync(db));
        });

    [Theory, InlineData(false), InlineData(true)]
    public Task Two_keys_that_swap_their_vectors_are_found_as_they_are(bool flushed)
        => CheckAsync(flushed, _ => Task.Run(() => Database.Execute(
            "UPDATE Articles SET Id = -1 WHERE Id = 7; UPDATE Articles SET Id = 7 WHERE Id = 8; UPDATE Articles SET Id = 8 WHERE Id = -1")));

    [Theory, InlineData(false), InlineData(true)]
    public Task Vacuum_changes_nothing(bool flushed)
        => CheckAsync(flushed, async db =>
        {
            await db.Articles.Where(a => a.Category == 1).ExecuteDeleteAsync();
            Database.Execute("VACUUM");
        });

    [Theory, InlineData(false), InlineData(true)]
    public Task Emptying_the_table_leaves_nothing_to_find(bool flushed)
        => CheckAsync(flushed, async db =>
        {
            Database.Execute("DELETE FROM Articles");
            Assert.Empty(await db.NearestIdsAsync(Query, 10));
        });

    [Theory, InlineData(false), InlineData(true)]
    public async Task Deleting_a_parent_removes_its_children_from_searches(bool flushed)
    {
        await using var db = await DraftsAsync();
        Database.Execute("PRAGMA foreign_keys = 1; DELETE FROM Authors WHERE Id = 1");
        Assert.NotEmpty(await db.Drafts.Where(d => d.AuthorId == 2).ToListAsync());
        await CheckDraftsAsync(db, flushed);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_vector_set_to_null_is_not_found(bool flushed)
    {
        await using var db = await DraftsAsync();
        var nearest = (await db.Drafts.NearestTo(Query, 1).SingleAsync()).Id;
        (await db.Drafts.FindAsync(nearest))!.Sketch = null;
        await db.SaveChangesAsync();
        await CheckDraftsAsync(db, flushed);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_vector_set_where_there_was_none_is_found(bool flushed)
    {
        await using var db = await DraftsAsync();
        await db.Drafts.Where(d => d.Sketch == null).ExecuteUpdateAsync(s => s.SetProperty(d => d.Sketch, Query));
        Assert.Equal(await db.Drafts.CountAsync(), await db.Drafts.NearestTo(Query, 1000).CountAsync());
        await CheckDraftsAsync(db, flushed);
    }

    private static async Task<int> NearestAsync(LibraryContext db) => (await db.NearestIdsAsync(Query, 1))[0];

    /// <summary>A change to 200 indexed articles; then searches must agree with the rows, whichever way they are asked.</summary>
    private async Task CheckAsync(bool flushed, Func<LibraryContext, Task> change)
    {
        await using var db = await Database.FillLibraryAsync(200, flushed: true);

        await change(db);
        if (flushed)
            await db.ArticleIndex().FlushAsync();

        db.ChangeTracker.Clear();
        foreach (var query in new[] { Query, Vectors.Random(100), Vectors.Random(5) })
        {
            // Rows of one vector may come in any order of their ids.
            var distances = await db.Articles.NearestTo(a => a.Embedding, query, 20, (a, distance) => new { a.Id, distance }).ToListAsync();
            var exact = (await db.Articles.AsNoTracking().ToListAsync()).ToDictionary(a => a.Id, a => Exact.Distance(VectorMetric.Cosine, a.Embedding.ToArray(), query));
            Assert.Equal(exact.Values.Order().Take(20).Select(d => Math.Round(d, 5)), distances.Select(d => Math.Round(exact[d.Id], 5)));
            Assert.Equal(distances.Count, distances.DistinctBy(d => d.Id).Count());
        }

        Assert.Equal(await db.Articles.CountAsync(), await db.Articles.NearestTo(Query, 1000).CountAsync());
    }

    private async Task<LibraryContext> DraftsAsync()
    {
        var db = await Database.CreateLibraryAsync();
        db.AddRange(new LibraryAuthor { Id = 1, Name = "A" }, new LibraryAuthor { Id = 2, Name = "B" });
        db.AddRange(Vectors.Many(200).Select((v, i) => new LibraryDraft { Id = i + 1, AuthorId = 1 + i % 2, Sketch = i % 5 == 0 ? null : v }));
        await db.SaveChangesAsync();
        await db.DraftIndex().FlushAsync();
        return db;
    }

    private static async Task CheckDraftsAsync(LibraryContext db, bool flushed)
    {
        if (flushed)
            await db.DraftIndex().FlushAsync();
        var rows = await db.Drafts.AsNoTracking().Where(d => d.Sketch != null).ToListAsync();
        var expected = Exact.Nearest(rows.Select(d => (d.Id, d.Sketch!)), Query, 20, VectorMetric.Euclidean);
        var actual = await db.Drafts.NearestTo(d => d.Sketch, Query, 20).Select(d => d.Sketch!).ToListAsync();
        Assert.Equal(expected.Select(id => rows.Single(d => d.Id == id).Sketch), actual);
    }

    private sealed class Cancelling(CancellationTokenSource source) : IProgress<long>
    {
        public void Report(long value) => source.Cancel();
    }
}
