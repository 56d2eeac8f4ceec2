using System.CommandLine;
using System.Globalization;
using OmenDb.Benchmarks.Engines;

namespace OmenDb.Benchmarks.Commands;

/// <summary>Options of more than one command; what makes no sense is refused before anything runs.</summary>
internal static class CommandOptions
{
    public static Option<DirectoryInfo> Data()
        => new Option<DirectoryInfo>("--data") { Description = "The folder that the sets were unpacked to, each in a folder of its own.", Required = true }.AcceptExistingOnly();

    /// <param name="usual">What is measured unless said otherwise; nothing for all.</param>
    public static Option<string[]> Sets(params string[] usual)
        => new("--sets")
        {
            Description = "Only sets whose name and metric, as in \"mnist-784 l2\", contain one of these.",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => usual,
        };

    public static Option<string[]> Peers(string description) => new("--peers") { Description = description, AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };

    public static Option<DirectoryInfo?> Keep() => new("--keep") { Description = "A folder for what is built, to use it again; otherwise it is deleted." };

    public static Option<double> Seconds(double usual)
        => Checked(
            new Option<double>("--seconds") { Description = "Seconds that each measurement lasts.", DefaultValueFactory = _ => usual },
            text => double.TryParse(text, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and <= 3600,
            "more than 0 and at most 3600");

    public static Option<int> Rows(string description, int usual, int least = Workload.K) => Count("--rows", description, usual, least);

    public static Option<int> Dimensions(int usual) => Count("--dimensions", "Elements per vector.", usual);

    public static Option<int> Count(string name, string description, int usual, int least = 1)
        => Checked(new Option<int>(name) { Description = description, DefaultValueFactory = _ => usual }, text => IsCount(text, least), $"a whole number of at least {least}");

    /// <summary>Numbers separated by commas, for <see cref="Numbers"/>.</summary>
    public static Option<string> Counts(string name, string description, string usual, int least = 1)
        => Checked(
            new Option<string>(name) { Description = $"{description}, separated by commas.", DefaultValueFactory = _ => usual },
            text => text.Split(',').All(part => IsCount(part, least)),
            $"whole numbers of at least {least}, separated by commas");

    public static int[] Numbers(string text) => [.. text.Split(',').Select(part => int.Parse(part, CultureInfo.InvariantCulture))];

    private static Option<T> Checked<T>(Option<T> option, Predicate<string> isRight, string rule)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var given] && !isRight(given.Value))
                result.AddError($"{option.Name} is {rule}, not '{given.Value}'.");
        });
        return option;
    }

    private static bool IsCount(string text, int least) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least;
}
