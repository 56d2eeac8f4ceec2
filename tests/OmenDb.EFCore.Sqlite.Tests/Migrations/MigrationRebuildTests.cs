using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace OmenDb.EFCore.Sqlite.Tests.Migrations;

/// <summary>Tables that a migration builds anew, as EF Core does on SQLite for most changes; SQLite drops their triggers.</summary>
public sealed class MigrationRebuildTests : MigrationTest
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_table_that_is_rebuilt_keeps_its_triggers(bool flushed)
    {
        await FillAsync(WithIndex, flushed);

        static void Changed(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().ToTable(t => t.HasCheckConstraint("CK_Id", "Id > -5"));
        }

        await using var db = await MigrateAsync(WithIndex, Changed);

        await CheckAsync(db);
    }

    [Theory, InlineData("foreign key"), InlineData("unique"), InlineData("nullable"), InlineData("dropped column"), InlineData("default")]
    public async Task Whatever_makes_EF_Core_rebuild_the_table_the_index_goes_on(string change)
    {
        Action<ModelBuilder> from = static m =>
        {
            WithIndex(m);
            m.Entity<Named>().ToTable("Tag");
            m.Entity<Note>().Property<int>("Extra");
            m.Entity<Note>().Property<string>("Text").IsRequired().HasDefaultValue("x");
        };
        Action<ModelBuilder> to = m =>
        {
            from(m);
            switch (change)
            {
                case "foreign key":
                    m.Entity<Note>().HasOne<Named>().WithMany().HasForeignKey("TagId").IsRequired(false);
                    break;
                case "unique":
                    m.Entity<Note>().HasAlternateKey("Id", "Extra");
                    break;
                case "nullable":
                    m.Entity<Note>().Property<string>("Text").IsRequired(false);
                    break;
                case "dropped column":
                    m.Entity<Note>().Metadata.RemoveProperty("Extra");
                    break;
                default:
                    m.Entity<Note>().Property<int>("Extra").HasDefaultValue(7);
                    break;
            }
        };
        await FillAsync(from, flushed: true);

        Database.Commands.Clear();
        await using var db = await MigrateAsync(from, to, "_" + change.Replace(' ', '_'));

        Assert.Contains(Database.Commands.Texts, sql => sql.Contains("RENAME TO \"Notes\"", StringComparison.Ordinal)); // rebuilt
        await CheckAsync(db, extra: change != "dropped column");
    }

    [Fact]
    public async Task A_table_that_is_rebuilt_is_never_committed_without_its_triggers()
    {
        await FillAsync(WithIndex);

        static void Changed(ModelBuilder m)
        {
            WithIndex(m);
            m.Entity<Note>().Property<int>("Extra");
            m.Entity<Note>().HasIndex("Extra");
            m.Entity<Note>().ToTable(t => t.HasCheckConstraint("CK_Id", "Id > -5"));
        }

        var commits = new CommitLog(() => Database.Scalar("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"));
        await using var db = await MigrateAsync(WithIndex, Changed, interceptor: commits);

        Assert.True(commits.Seen.Count > 1);
        Assert.All(commits.Seen, triggers => Assert.Equal(3L, triggers));
        await CheckAsync(db, extra: true);
    }

    [Fact]
    public async Task A_table_that_SQL_in_a_migration_rebuilds_gets_its_triggers_back_in_a_process_that_has_searched_it()
    {
        await using var before = await FilledAsync(WithIndex);
        await before.Set<Note>().NearestTo(Query, 1).ToListAsync();

        await using var db = await MigrateAsync(
            WithIndex,
            WithIndex,
            sql: "CREATE TABLE Rebuilt (Id INTEGER NOT NULL PRIMARY KEY, Vector BLOB NOT NULL); INSERT INTO Rebuilt SELECT Id, Vector FROM Notes; DROP TABLE Notes; ALTER TABLE Rebuilt RENAME TO Notes;");

        await CheckAsync(db);
    }

    private sealed class CommitLog(Func<object?> see) : DbTransactionInterceptor
    {
        public List<object?> Seen { get; } = [];

        public override Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Seen.Add(see());
            return Task.CompletedTask;
        }
    }
}
