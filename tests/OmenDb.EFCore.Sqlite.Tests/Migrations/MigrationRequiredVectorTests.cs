using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Migrations;

/// <summary>A vector that a migration requires of rows, which may have none.</summary>
public sealed class MigrationRequiredVectorTests : MigrationTest
{
    private const string InsertRow = "INSERT INTO Notes (Id) VALUES (1)";

    [Fact]
    public async Task A_required_vector_is_added_to_a_table_without_rows()
    {
        await CreateAsync(Bare);

        await using var db = await MigrateAsync(Bare, WithIndex);
        db.Add(new Note { Id = 1, Vector = Query });
        await db.SaveChangesAsync();

        Assert.Equal(1, (await db.Set<Note>().NearestTo(Query, 5).SingleAsync()).Id);
    }

    [Fact]
    public async Task A_required_vector_is_refused_where_rows_would_have_none()
    {
        await CreateAsync(Bare, InsertRow);

        var error = await Assert.ThrowsAsync<SqliteException>(() => MigrateAsync(Bare, WithIndex));

        Assert.Contains("Notes.Vector is required, and Notes has rows, which would have no vector. Make it nullable, fill it, and then make it required", error.Message, StringComparison.Ordinal);
        Assert.Equal(0L, Database.Scalar("SELECT count(*) FROM pragma_table_info('Notes') WHERE name = 'Vector'"));
    }

    [Fact]
    public async Task A_required_vector_is_refused_in_a_migration_that_rebuilds_the_table_too()
    {
        await CreateAsync(WithText, "INSERT INTO Notes (Id, Text) VALUES (1, 'a')");

        var error = await Assert.ThrowsAsync<SqliteException>(() => MigrateAsync(WithText, WithIndex));

        Assert.Contains("Notes.Vector is required, and Notes has rows", error.Message, StringComparison.Ordinal);

        static void WithText(ModelBuilder m)
        {
            Bare(m);
            m.Entity<Note>().Property<string?>("Text");
        }
    }

    [Fact]
    public async Task A_required_vector_is_added_before_the_rows_that_the_same_migration_inserts()
    {
        await CreateAsync(Bare);

        await using var db = await MigrateAsync(Bare, static m =>
        {
            WithIndex(m);
            m.Entity<Note>().HasData(new Note { Id = 1, Vector = Query });
        });

        Assert.Equal(1, (await db.Set<Note>().NearestTo(Query, 5).SingleAsync()).Id);
    }

    [Fact]
    public async Task A_required_vector_with_a_default_is_added_to_rows()
    {
        await CreateAsync(Bare, InsertRow);

        await using var db = await MigrateAsync(Bare, static m =>
        {
            WithIndex(m);
            m.Entity<Note>().Property(n => n.Vector).HasDefaultValue(new ReadOnlyMemory<float>([1, 2, 3, 4]));
        });

        Assert.Equal(1, (await db.Set<Note>().NearestTo(Query, 5).SingleAsync()).Id);
    }

    [Fact]
    public async Task A_required_column_of_bytes_that_is_no_vector_is_added_to_rows()
    {
        await CreateAsync(Bare, InsertRow);

        await using var db = await MigrateAsync(Bare, static m =>
        {
            Bare(m);
            m.Entity<Note>().Property<byte[]>("Picture").IsRequired();
        });

        Assert.Empty(await db.Set<Note>().Select(n => EF.Property<byte[]>(n, "Picture")).SingleAsync());
    }

    [Fact]
    public async Task A_vector_becomes_required_once_no_row_is_without_one()
    {
        await CreateAsync(Optional, "INSERT INTO Plain (Id, Vector) VALUES (1, zeroblob(16)), (2, NULL)");

        var error = await Assert.ThrowsAsync<SqliteException>(() => MigrateAsync(Optional, Required));
        Database.Execute("UPDATE Plain SET Vector = $v", ("$v", Vectors.Bytes(Query)));
        await using var db = await MigrateAsync(Optional, Required);

        Assert.Contains("Plain.Vector is required, and Plain has rows, which would have no vector", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, await db.Set<Plain>().NearestTo(p => p.Vector, Query, 5).CountAsync());

        static void Optional(ModelBuilder m) => m.Entity<Plain>().Property(p => p.Vector).IsVector(4);

        static void Required(ModelBuilder m) => m.Entity<Plain>().Property(p => p.Vector).IsVector(4).IsRequired();
    }

    [Fact]
    public async Task A_migration_may_itself_fill_in_the_vectors_that_it_requires()
    {
        await CreateAsync(Optional, "INSERT INTO Plain (Id, Vector) VALUES (1, NULL)");

        await using var db = await MigrateAsync(Optional, static m => m.Entity<Plain>().Property(p => p.Vector).IsVector(4).IsRequired(), sql: "UPDATE Plain SET Vector = X'0000803F000000000000000000000000'"); // 1, 0, 0, 0

        Assert.Equal(1, await db.Set<Plain>().NearestTo(p => p.Vector, Query, 5).CountAsync());

        static void Optional(ModelBuilder m) => m.Entity<Plain>().Property(p => p.Vector).IsVector(4);
    }

    private static void Bare(ModelBuilder model) => model.Entity<Note>().ToTable("Notes").Ignore(n => n.Vector);

    private async Task CreateAsync(Action<ModelBuilder> model, string? insert = null)
    {
        await (await Database.CreateAsync(model)).DisposeAsync();
        if (insert is not null)
            Database.Execute(insert);
    }
}
