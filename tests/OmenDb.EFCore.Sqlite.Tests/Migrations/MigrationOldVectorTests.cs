using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace OmenDb.EFCore.Sqlite.Tests.Migrations;

/// <summary>A migration after which what a column holds would be taken for other vectors than it is, or for vectors at all.</summary>
public sealed class MigrationOldVectorTests : MigrationTest
{
    private const string InsertFloats = "INSERT INTO Tags (Name, Look) VALUES ('a', zeroblob(16)), ('b', NULL)";
    private const string InsertJson = "INSERT INTO Tags (Name, Look) VALUES ('a', '[0.1,0.2,0.3,0.4]'), ('b', NULL)";

    [Theory]
    [InlineData(4, 4, "4 32-bit floats, and the model now says 4 16-bit floats")]
    [InlineData(4, 8, "4 32-bit floats, and the model now says 8 16-bit floats")] // as many bytes
    public async Task Floats_that_become_halves_are_refused(int from, int to, string message)
    {
        await CreateAsync(Floats(from), InsertFloats);

        await AssertRefusedAsync(Floats(from), Halves(to), $"Tags.Look holds vectors of {message}. Add a new property", $"_{from}_{to}");
    }

    [Theory]
    [InlineData(8, 8, "8 16-bit floats, and the model now says 8 32-bit floats")]
    [InlineData(8, 4, "8 16-bit floats, and the model now says 4 32-bit floats")] // as many bytes
    public async Task Halves_that_become_floats_are_refused(int from, int to, string message)
    {
        await CreateAsync(Halves(from), InsertFloats);

        await AssertRefusedAsync(Halves(from), Floats(to), $"Tags.Look holds vectors of {message}. Add a new property", $"_{from}_{to}");
    }

    [Fact]
    public async Task Floats_may_become_halves_while_there_are_none()
    {
        await CreateAsync(Floats(4), "INSERT INTO Tags (Name) VALUES ('a')");

        await using var db = await MigrateAsync(Floats(4), Halves(8));
        db.Add(new Named { Name = "b" }).Property("Look").CurrentValue = Array.ConvertAll(Vectors.Random(1, 8), f => (Half)f);
        await db.SaveChangesAsync();

        Assert.Equal("b", (await db.Set<Named>().NearestTo(t => EF.Property<Half[]>(t, "Look"), Vectors.Random(2, 8), 5).SingleAsync()).Name);
    }

    [Fact]
    public async Task A_migration_may_itself_make_its_floats_halves()
    {
        await CreateAsync(Floats(4), InsertFloats);

        await using var db = await MigrateAsync(Floats(4), Halves(4), sql: "UPDATE Tags SET Look = X'003C003C003C003C' WHERE Look IS NOT NULL"); // 1, 1, 1, 1

        Assert.Equal(1, await db.Set<Named>().NearestTo(t => EF.Property<Half[]>(t, "Look"), Query, 5).CountAsync());
    }

    [Fact]
    public async Task A_migration_of_an_earlier_version_which_did_not_say_that_its_vectors_are_halves_is_about_their_number_alone()
    {
        await CreateAsync(Halves(8), InsertFloats);
        await using var db = Database.Open(Halves(4));
        var alter = new AlterColumnOperation { Table = "Tags", Name = "Look", ClrType = typeof(byte[]), ColumnType = "BLOB", IsNullable = true, OldColumn = new AddColumnOperation { ClrType = typeof(byte[]), ColumnType = "BLOB", IsNullable = true } };
        alter["OmenDb:Dimensions"] = 4;
        alter.OldColumn["OmenDb:Dimensions"] = 8;

        var commands = db.GetService<IMigrationsSqlGenerator>().Generate([alter], db.GetService<IDesignTimeModel>().Model);

        Assert.Contains(commands, c => c.CommandText.Contains("vectors of 8 elements, and the model now says 4.", StringComparison.Ordinal));
        Assert.Contains(commands, c => c.CommandText.Contains("length(\"Look\") <> 8", StringComparison.Ordinal));
    }

    [Fact]
    public async Task JSON_that_becomes_a_vector_is_refused()
    {
        await CreateAsync(Json, InsertJson);

        await AssertRefusedAsync(Json, Floats(4), "Tags.Look holds something else than vectors of 4 32-bit floats");

        Assert.Equal("[0.1,0.2,0.3,0.4]", Database.Scalar("SELECT Look FROM Tags WHERE Name = 'a'"));
    }

    [Fact]
    public async Task JSON_may_become_a_vector_while_there_is_none()
    {
        await CreateAsync(Json, "INSERT INTO Tags (Name) VALUES ('a')");

        await using var db = await MigrateAsync(Json, Floats(4));
        db.Add(new Named { Name = "b" }).Property("Look").CurrentValue = Vectors.Random(1, 4);
        await db.SaveChangesAsync();

        Assert.Equal("b", (await db.Set<Named>().NearestTo(t => EF.Property<float[]>(t, "Look"), Query, 5).SingleAsync()).Name);
    }

    [Fact]
    public async Task Bytes_of_another_length_that_become_a_vector_are_refused()
    {
        await CreateAsync(Bytes, "INSERT INTO Tags (Name, Look) VALUES ('a', zeroblob(15))");

        await AssertRefusedAsync(Bytes, Floats(4), "Tags.Look holds something else than vectors of 4 32-bit floats");
    }

    [Fact]
    public async Task Bytes_of_its_length_may_become_a_vector()
    {
        await CreateAsync(Bytes, "INSERT INTO Tags (Name, Look) VALUES ('b', NULL)");
        Database.Execute("INSERT INTO Tags (Name, Look) VALUES ('a', $v)", ("$v", Vectors.Bytes(Query)));

        await using var db = await MigrateAsync(Bytes, Floats(4));

        Assert.Equal("a", (await db.Set<Named>().NearestTo(t => EF.Property<float[]>(t, "Look"), Query, 5).SingleAsync()).Name);
    }

    private static Action<ModelBuilder> Floats(int dimensions) => model => Tags(model).Property<float[]?>("Look").IsVector(dimensions).HasVectorIndex();

    private static Action<ModelBuilder> Halves(int dimensions) => model => Tags(model).Property<Half[]?>("Look").IsVector(dimensions).HasVectorIndex();

    private static void Json(ModelBuilder model) => Tags(model).Property<float[]?>("Look");

    private static void Bytes(ModelBuilder model) => Tags(model).Property<byte[]?>("Look");

    private static EntityTypeBuilder<Named> Tags(ModelBuilder model) => model.Entity<Named>().ToTable("Tags");

    private async Task CreateAsync(Action<ModelBuilder> model, string insert)
    {
        await (await Database.CreateAsync(model)).DisposeAsync();
        Database.Execute(insert);
    }

    private async Task AssertRefusedAsync(Action<ModelBuilder> from, Action<ModelBuilder> to, string message, string step = "", [CallerMemberName] string test = "")
    {
        var error = await Assert.ThrowsAsync<SqliteException>(() => MigrateAsync(from, to, step, test: test));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }
}
