using System.CommandLine;
using OmenDb.Fuzz;
using OmenDb.Fuzz.Concurrent;
using OmenDb.Fuzz.Snapshots;
using OmenDb.Fuzz.Sql;

var minutes = new Option<double>("--minutes") { Description = "How long to go on.", DefaultValueFactory = _ => 1 };
var seed = new Option<int>("--seed") { Description = "The seed; the same seed gives the same inputs.", DefaultValueFactory = _ => Random.Shared.Next() };
var first = new Option<long>("--first") { Description = "The number of the first input: with the seed, repeats one that failed." };

return await new RootCommand("Feeds hostile input and hostile timing to the index. Exits with 1 when anything but an answer or a refusal comes back.")
{
    Fuzzing("snapshot", "Damaged and forged snapshot files.", s => new SnapshotFuzzer(s)),
    ConcurrentCommand.Create(minutes, seed),
    Fuzzing("sql", "Random arguments of the SQL functions, and random values in vector columns.", s => new SqlFuzzer(s)),
}.Parse(args).InvokeAsync();

Command Fuzzing(string name, string description, Func<int, IFuzzer> make)
{
    var command = new Command(name, description) { minutes, seed, first };
    command.SetAction(parsed =>
    {
        var chosen = parsed.GetValue(seed);
        return Campaign.Run(() => make(chosen), parsed.GetValue(minutes), chosen, parsed.GetValue(first));
    });
    return command;
}
