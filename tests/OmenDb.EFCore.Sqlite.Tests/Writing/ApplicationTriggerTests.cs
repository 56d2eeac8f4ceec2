using Microsoft.Data.Sqlite;

namespace OmenDb.EFCore.Sqlite.Tests.Writing;

/// <summary>Triggers of an application's own come before those of the index, or after them: searches know what they made of a row.</summary>
public sealed class ApplicationTriggerTests
{
    private static readonly float[] Query = Vectors.Random(99);
    private static readonly string Filled = $"x'{Convert.ToHexString(Vectors.Bytes(Query))}'";

    [Fact]
    public Task A_vector_that_a_trigger_fills_in_is_found() => CheckAsync(
        $"AFTER INSERT ON Drafts WHEN NEW.Sketch IS NULL BEGIN UPDATE Drafts SET Sketch = {Filled} WHERE Id = NEW.Id; END",
        "INSERT INTO Drafts (Id) VALUES (100)",
        expected: 41);

    [Fact]
    public Task A_vector_that_a_trigger_fills_in_where_it_was_removed_is_found() => CheckAsync(
        $"AFTER UPDATE ON Drafts WHEN NEW.Sketch IS NULL BEGIN UPDATE Drafts SET Sketch = {Filled} WHERE Id = NEW.Id; END",
        "UPDATE Drafts SET Sketch = NULL WHERE Id = 7",
        expected: 40);

    [Fact]
    public Task A_vector_that_a_trigger_takes_away_is_not_missed() => CheckAsync(
        "AFTER INSERT ON Drafts BEGIN UPDATE Drafts SET Sketch = NULL WHERE Id = NEW.Id; END",
        $"INSERT INTO Drafts (Id, Sketch) VALUES (100, {Filled})",
        expected: 40);

    [Fact]
    public Task A_row_that_a_trigger_puts_back_when_it_is_deleted_is_found() => CheckAsync(
        "AFTER DELETE ON Drafts BEGIN INSERT INTO Drafts (Id, Sketch) VALUES (OLD.Id, OLD.Sketch); END",
        "DELETE FROM Drafts WHERE Id <= 5",
        expected: 40);

    [Fact]
    public Task A_row_that_a_trigger_puts_where_one_was_moved_away_from_is_found() => CheckAsync(
        "AFTER UPDATE OF Id ON Drafts BEGIN INSERT INTO Drafts (Id, Sketch) VALUES (OLD.Id, OLD.Sketch); END",
        "UPDATE Drafts SET Id = Id + 1000 WHERE Id <= 5",
        expected: 45);

    [Fact]
    public Task A_row_that_a_trigger_deletes_at_once_is_not_missed() => CheckAsync(
        "AFTER INSERT ON Drafts BEGIN DELETE FROM Drafts WHERE Id = NEW.Id; END",
        $"INSERT INTO Drafts (Id, Sketch) VALUES (100, {Filled})",
        expected: 40);

    // SQLite runs the trigger that was created last first.
    private static async Task CheckAsync(string trigger, string sql, int expected)
    {
        foreach (var isFirst in new[] { true, false })
        {
            using var database = new TestDatabase();
            await using var db = await database.CreateLibraryAsync();
            db.AddRange(Vectors.Many(40).Select((vector, i) => new LibraryDraft { Id = i + 1, Sketch = vector }));
            await db.SaveChangesAsync();
            if (!isFirst)
                RecreateAfter(database, () => database.Execute($"CREATE TRIGGER Own {trigger}"));
            else
                database.Execute($"CREATE TRIGGER Own {trigger}");

            database.Execute(sql);

            var rows = await db.Drafts.AsNoTracking().Where(d => d.Sketch != null).ToListAsync();
            var found = await db.Drafts.AsNoTracking().NearestTo(d => d.Sketch, Query, 100).Select(d => d.Id).ToListAsync();
            Assert.Equal(expected, rows.Count);
            Assert.Equal(rows.Select(d => d.Id).Order(), found.Order());
            var verification = await db.DraftIndex().VerifyAsync();
            Assert.True(verification.IsHealthy, string.Join(' ', verification.Problems));
        }
    }

    private static void RecreateAfter(TestDatabase database, Action create)
    {
        using var connection = database.Connect();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'Drafts' ORDER BY rowid";
        var triggers = new List<(string Name, string Sql)>();
        using (SqliteDataReader reader = command.ExecuteReader())
        {
            while (reader.Read())
                triggers.Add((reader.GetString(0), reader.GetString(1)));
        }

        foreach (var (name, _) in triggers)
            TestDatabase.Execute(connection, $"DROP TRIGGER \"{name}\"");
        create();
        foreach (var (_, sql) in triggers)
            TestDatabase.Execute(connection, sql);
    }
}
