using OmenDb.Fuzz.Sql;

namespace OmenDb.EFCore.Sqlite.Tests;

/// <summary>A short run of what the program OmenDb.Fuzz goes on with.</summary>
public sealed class FuzzTests
{
    [Fact]
    public void Random_arguments_of_the_SQL_functions_and_random_values_in_columns_harm_nothing()
    {
        using var fuzzer = new SqlFuzzer(seed: 1);
        var taken = 0;
        for (var number = 0; number < 1500; number++)
            taken += fuzzer.Run(number) ? 1 : 0;

        Assert.InRange(taken, 300, 1300); // both ways are gone
    }
}
