using System.Data;
using System.Transactions;
using Npgsql;

namespace OmenDb.EFCore.PostgreSQL.Tests.Writing;

/// <summary>Many rows by COPY.</summary>
public sealed class AddBatchTests
{
    [Fact]
    public async Task Rows_are_found_and_their_keys_are_set()
    {
        await using var db = await LibraryContext.CreateAsync();
        var books = await db.AddBooksAsync(2_500);

        Assert.Equal(2_500, books.Select(b => b.Id).Distinct().Count());
        Assert.DoesNotContain(books, b => b.Id == 0);
        Assert.Empty(db.ChangeTracker.Entries());
        Assert.Equal(books[1_234].Title, (await db.Books.NearestTo(books[1_234].Vector, 1).SingleAsync()).Title);
        Assert.Equal(books[1_234].Title, (await db.Books.SingleAsync(b => b.Id == books[1_234].Id)).Title);
    }

    [Fact]
    public async Task Keys_that_are_set_stay_and_others_follow_the_sequence()
    {
        await using var db = await LibraryContext.CreateAsync();
        var mine = new Book { Id = 1_000_000, Vector = Vectors.Random(1) };
        var theirs = new Book { Vector = Vectors.Random(2) };
        await db.Books.AddBatchAsync([mine, theirs]);
        var later = db.Add(new Book { Vector = Vectors.Random(3) });
        await db.SaveChangesAsync();

        Assert.Equal(1_000_000, mine.Id);
        Assert.True(later.Entity.Id > theirs.Id);
        Assert.Equal(3, await db.Books.CountAsync());
    }

    [Fact]
    public async Task A_refused_vector_leaves_nothing_behind()
    {
        await using var db = await LibraryContext.CreateAsync();
        var books = Vectors.Many(1_500).Select(v => new Book { Vector = v }).Append(new Book { Vector = new float[8] });
        var error = await Assert.ThrowsAsync<ArgumentException>(() => db.Books.AddBatchAsync(books));

        Assert.Contains("Book.Vector", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await db.Books.CountAsync());
    }

    [Fact]
    public async Task A_batch_that_fails_inside_a_transaction_leaves_the_transaction_usable()
    {
        await using var db = await LibraryContext.CreateAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await db.AddBooksAsync(10);
        await Assert.ThrowsAsync<ArgumentException>(() => db.Books.AddBatchAsync([new Book { Vector = [1] }]));
        await db.AddBooksAsync(5);
        await transaction.CommitAsync();

        Assert.Equal(15, await db.Books.CountAsync());
    }

    [Fact]
    public async Task A_hierarchy_and_missing_vectors_are_inserted()
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.Books.AddBatchAsync([new Book { Title = "a" }, new Novel { Title = "b", Hero = "c", Vector = Vectors.Random(1) }]);

        Assert.Equal("c", (await db.Set<Novel>().SingleAsync()).Hero);
        Assert.Equal("b", (await db.Books.NearestTo(b => b.Vector, Vectors.Random(1), 10).SingleAsync()).Title);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Policies_say_which_rows_may_be_inserted(bool async)
    {
        await using var db = await LibraryContext.CreateAsync();
        var role = $"omendb_{Guid.NewGuid():N}"; // a superuser writes past policies
        await db.ExecuteAsync($$$"""
            CREATE ROLE {{{role}}}; GRANT USAGE ON SCHEMA {0} TO {{{role}}}; GRANT SELECT, INSERT ON {0}."Books" TO {{{role}}}; GRANT USAGE ON SEQUENCE {0}."Books_Id_seq" TO {{{role}}};
            ALTER TABLE {0}."Books" ENABLE ROW LEVEL SECURITY; CREATE POLICY shelf ON {0}."Books" USING ("Shelf" = 3)
            """);
        await db.Database.OpenConnectionAsync();
        await db.ExecuteAsync($"SET ROLE {role}");
        var mine = Vectors.Many(1_500).Select(v => new Book { Shelf = 3, Vector = v }).ToList();
        var inserted = async ? await db.Books.AddBatchAsync(mine) : db.Books.AddBatch(mine);
        var error = await Assert.ThrowsAsync<PostgresException>(() => db.Books.AddBatchAsync([new Book { Shelf = 3 }, new Book { Shelf = 4 }]));
        var nearest = await db.Books.NearestTo(mine[7].Vector, 1).SingleAsync();
        await db.ExecuteAsync($"RESET ROLE; DROP OWNED BY {role}; DROP ROLE {role}");

        Assert.Equal(1_500, inserted);
        Assert.Equal(mine[7].Id, nearest.Id);
        Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, error.SqlState);
        Assert.Equal(1_500, await db.Books.CountAsync());
    }

    [Fact]
    public async Task Synchronously_too_with_progress()
    {
        await using var db = await LibraryContext.CreateAsync();
        var reports = new Reports();
        Assert.Equal(2_100, db.Books.AddBatch(Vectors.Many(2_100).Select(v => new Book { Vector = v }), new AddBatchOptions { Progress = reports }));

        Assert.Equal([1_000, 2_000, 2_100, 2_100], reports.Values);
        Assert.Equal(2_100, db.Books.Count());
        Assert.Equal(ConnectionState.Closed, db.Database.GetDbConnection().State);
    }

    [Fact]
    public async Task A_batch_that_is_cancelled_between_two_entities_inserts_none()
    {
        await using var db = await LibraryContext.CreateAsync();
        using var first = new CancellationTokenSource();
        using var second = new CancellationTokenSource();
        Assert.Throws<OperationCanceledException>(() => db.Books.AddBatch(Books(first), ct: first.Token));
        await Assert.ThrowsAsync<OperationCanceledException>(() => db.Books.AddBatchAsync(Books(second).ToAsyncEnumerable(), ct: second.Token));

        Assert.Equal(0, await db.Books.CountAsync());

        static IEnumerable<Book> Books(CancellationTokenSource cancel)
        {
            yield return new Book();
            cancel.Cancel();
            yield return new Book();
            Assert.Fail("The second was taken, and a third was asked for.");
        }
    }

    [Fact]
    public async Task An_entity_with_parts_is_refused()
    {
        await using var db = await LibraryContext.CreateAsync();
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => db.Stamps.AddBatchAsync([new Stamp()]));
        Assert.Contains("Stamp", error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("hilo"), InlineData("composite"), InlineData("column"), InlineData("shadow"), InlineData("sequence"), InlineData("always")]
    public async Task Numbers_are_made_wherever_they_come_from(string kind)
    {
        await using var db = await ShapedContext.CreateAsync(Shape);
        var tickets = Enumerable.Range(1, 1_500).Select(i => new Ticket { Id = i, Number = i == 7 ? 1_000_000 : 0 }).ToList();
        await db.Set<Ticket>().AddBatchAsync(tickets);
        var later = db.Add(new Ticket { Id = 2_000 });
        await db.SaveChangesAsync();
        var numbers = await db.Set<Ticket>().OrderBy(t => t.Id).Select(t => EF.Property<int>(t, kind == "shadow" ? "Made" : "Number")).ToListAsync();

        Assert.Equal(1_501, numbers.Distinct().Count());
        Assert.DoesNotContain(0, numbers);
        if (kind == "shadow")
            return;
        Assert.Equal(1_000_000, numbers[6]);
        Assert.Equal(tickets.Select(t => t.Number).Append(later.Entity.Number), numbers);

        void Shape(ModelBuilder m)
        {
            var ticket = m.Entity<Ticket>();
            ticket.Property(t => t.Id).ValueGeneratedNever();
            if (kind is "column" or "shadow" or "always")
                ticket.HasKey(t => t.Id);
            else if (kind == "composite")
                ticket.HasKey(t => new { t.Id, t.Number });
            else
                ticket.HasKey(t => t.Number);
            m.HasSequence("letters"); // another, which the model names first
            if (kind == "hilo")
                ticket.Property(t => t.Number).UseHiLo("numbers");
            else if (kind == "sequence")
                ticket.Property(t => t.Number).UseSequence("numbers");
            else if (kind == "shadow")
                ticket.Property<int>("Made").UseIdentityByDefaultColumn();
            else if (kind == "always")
                ticket.Property(t => t.Number).UseIdentityAlwaysColumn();
            else
                ticket.Property(t => t.Number).UseIdentityByDefaultColumn();
        }
    }

    [Fact]
    public async Task The_key_of_what_an_entity_refers_to_is_taken()
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Seat>());
        var ticket = new Ticket { Number = 3 };
        db.Add(ticket);
        await db.SaveChangesAsync();

        await db.Set<Seat>().AddBatchAsync([new Seat { Ticket = ticket }]);
        await Assert.ThrowsAsync<ArgumentException>(() => db.Set<Seat>().AddBatchAsync([new Seat { Ticket = new Ticket() }]));

        Assert.Equal(3, await db.Set<Seat>().Select(s => s.Ticket!.Number).SingleAsync());
    }

    [Theory, InlineData(1), InlineData(1_200)]
    public async Task An_entity_may_refer_to_one_before_it(int distance)
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Folder>());
        var folders = Enumerable.Range(0, 1_500).Select(_ => new Folder()).ToList();
        for (var i = distance; i < folders.Count; i++)
            folders[i].Parent = folders[i - distance];

        await db.Set<Folder>().AddBatchAsync(folders);

        var saved = await db.Set<Folder>().OrderBy(f => f.Id).Select(f => new { f.Id, f.ParentId }).ToListAsync();
        Assert.Equal(folders.Select(f => (f.Id, f.Parent?.Id)), saved.Select(f => (f.Id, f.ParentId)));
        Assert.Equal(folders.Select(f => f.Parent?.Id), folders.Select(f => f.ParentId));
    }

    [Fact]
    public async Task An_entity_that_refers_to_one_after_it_is_refused()
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Folder>());
        var root = new Folder();

        await Assert.ThrowsAsync<ArgumentException>(() => db.Set<Folder>().AddBatchAsync([new Folder { Parent = root }, root]));

        Assert.Equal(0, await db.Set<Folder>().CountAsync());
        Assert.Equal(0, root.Id);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_entity_may_refer_to_one_of_another_type_before_it(bool isKeySet)
    {
        await using var db = await ShapedContext.CreateAsync(m =>
        {
            m.Entity<Folder>();
            m.Entity<SharedFolder>();
        });
        Folder root = new(), shared = new SharedFolder { Parent = root }, inner = new() { Parent = shared }, deeper = new SharedFolder { Parent = inner };
        List<Folder> folders = [root, shared, inner, deeper];
        if (isKeySet)
            folders.ForEach(f => f.Id = 10 + folders.IndexOf(f));

        await db.Set<Folder>().AddBatchAsync(folders);

        Assert.Equal([null, root.Id, shared.Id, inner.Id], await db.Set<Folder>().OrderBy(f => f.Id).Select(f => f.ParentId).ToListAsync());
    }

    [Fact]
    public async Task Each_table_of_a_hierarchy_takes_its_numbers_from_the_same_sequence()
    {
        await using var db = await ShapedContext.CreateAsync(m =>
        {
            m.Entity<Ticket>().UseTpcMappingStrategy();
            m.Entity<ReturnTicket>();
        });
        var tickets = Enumerable.Range(1, 20).Select(i => i % 2 == 0 ? new Ticket() : new ReturnTicket { Back = i }).ToList();
        await db.Set<Ticket>().AddBatchAsync(tickets);

        Assert.Equal(20, await db.Set<Ticket>().Select(t => t.Id).Distinct().CountAsync());
        Assert.Equal(tickets.Select(t => t.Id).Order(), await db.Set<Ticket>().Select(t => t.Id).OrderBy(i => i).ToListAsync());
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task A_scope_commits_a_batch_or_takes_it_back(bool complete)
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.Database.CloseConnectionAsync();
        using (var scope = new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await db.AddBooksAsync(10);
            await Assert.ThrowsAsync<ArgumentException>(() => db.Books.AddBatchAsync([new Book { Vector = [1] }]));
            await db.AddBooksAsync(5);
            if (complete)
                scope.Complete();
        }

        Assert.Equal(complete ? 15 : 0, await db.Books.CountAsync());
    }

    [Fact]
    public async Task A_connection_that_enlists_in_no_scope_commits_its_batch_itself()
    {
        await using var tables = await LibraryContext.CreateAsync();
        await using var db = LibraryContext.OnPostgres((await PostgresServer.GetAsync()).ConnectionString + ";Enlist=false", tables.Schema!);
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
            await db.Books.AddBatchAsync([new Book { Vector = Vectors.Random(1) }]);

        Assert.Equal(1, await tables.Books.CountAsync());
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_batch_is_refused_where_the_transaction_around_it_has_lost_its_connection(bool async)
    {
        await using var db = await LibraryContext.CreateAsync();
        await db.Database.CloseConnectionAsync();
        await using (await db.Database.BeginTransactionAsync())
        {
            await db.Books.AddBatchAsync([new Book { Title = "first" }]);
            await db.Database.GetDbConnection().CloseAsync();

            var error = async
                ? await Assert.ThrowsAsync<InvalidOperationException>(() => db.Books.AddBatchAsync([new Book { Title = "second" }]))
                : Assert.Throws<InvalidOperationException>(() => db.Books.AddBatch([new Book { Title = "second" }]));
            Assert.Contains("lost", error.Message, StringComparison.Ordinal);
        }

        Assert.Empty(await db.Books.ToListAsync());
    }

    [Fact]
    public async Task A_role_that_may_only_insert_inserts_a_batch()
    {
        await using var db = await LibraryContext.CreateAsync();
        var role = $"omendb_{Guid.NewGuid():N}";
        await db.ExecuteAsync($$$"""CREATE ROLE {{{role}}}; GRANT USAGE ON SCHEMA {0} TO {{{role}}}; GRANT INSERT ON {0}."Books" TO {{{role}}}; GRANT USAGE ON SEQUENCE {0}."Books_Id_seq" TO {{{role}}}""");
        await db.Database.OpenConnectionAsync();
        await db.ExecuteAsync($"SET ROLE {role}");
        await db.Books.AddBatchAsync([new Book { Vector = Vectors.Random(1) }]);
        await db.ExecuteAsync($"RESET ROLE; DROP OWNED BY {role}; DROP ROLE {role}");

        Assert.Equal(1, await db.Books.CountAsync());
    }

    [Fact]
    public async Task Entities_of_a_batch_that_failed_have_no_keys()
    {
        await using var db = await LibraryContext.CreateAsync();
        var books = Enumerable.Range(0, 1_001).Select(i => new Book { Vector = i == 1_000 ? [1] : Vectors.Random(i) }).ToList();
        await Assert.ThrowsAsync<ArgumentException>(() => db.Books.AddBatchAsync(books));

        Assert.All(books, b => Assert.Equal(0, b.Id));
    }

    [Fact]
    public async Task What_the_database_would_have_to_make_is_refused()
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Ticket>().Property(t => t.Sold).ValueGeneratedOnAdd());
        await db.Set<Ticket>().AddBatchAsync([new Ticket { Sold = DateTime.UnixEpoch }]);
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => db.Set<Ticket>().AddBatchAsync([new Ticket()]));

        Assert.Contains("Ticket.Sold", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_no_sequence_of_the_database_makes_is_refused()
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Ticket>());
        await db.ExecuteAsync("""ALTER TABLE {0}."Ticket" ALTER "Id" DROP IDENTITY""");
        var error = await Assert.ThrowsAsync<NotSupportedException>(() => db.Set<Ticket>().AddBatchAsync([new Ticket()]));

        Assert.Contains("'Ticket.Id': 'Id' has no sequence", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entity_that_holds_others_is_refused()
    {
        await using var db = await ShapedContext.CreateAsync(m => m.Entity<Ticket>().HasMany<Seat>("Seats").WithOne(s => s.Ticket));

        await Assert.ThrowsAsync<NotSupportedException>(() => db.Set<Ticket>().AddBatchAsync([new Ticket { Seats = [new Seat()] }]));
    }

    private class Ticket
    {
        public int Id { get; set; }

        public int Number { get; set; }

        public DateTime? Sold { get; set; }

        public List<Seat> Seats { get; set; } = [];
    }

    private sealed class ReturnTicket : Ticket
    {
        public int Back { get; set; }
    }

    private class Folder
    {
        public int Id { get; set; }

        public int? ParentId { get; set; }

        public Folder? Parent { get; set; }
    }

    private sealed class SharedFolder : Folder;

    private sealed class Seat
    {
        public int Id { get; set; }
        public Ticket? Ticket { get; set; }
    }
}
