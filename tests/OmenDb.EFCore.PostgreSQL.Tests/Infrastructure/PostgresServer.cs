using System.Diagnostics;
using System.Runtime.CompilerServices;
using Npgsql;

// PGlite has one session. Each service provider has connections of its own, and what two of them say at a time would be mixed up there.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace OmenDb.EFCore.PostgreSQL.Tests.Infrastructure;

/// <summary>
/// The server that the tests run against: a database of their own on the one that <c>OMENDB_TEST_POSTGRES</c> names, or PGlite, which is PostgreSQL with
/// pgvector on Node.js. PGlite has one session: tests take turns.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private const string Variable = "OMENDB_TEST_POSTGRES";

    private static readonly Lazy<Task<PostgresServer>> Shared = new(StartAsync);

    private readonly Process? _process;

    private PostgresServer(string connectionString, Process? process)
    {
        ConnectionString = connectionString;
        _process = process;
    }

    public string ConnectionString { get; }

    /// <summary>The only one of this process.</summary>
    public static Task<PostgresServer> GetAsync() => Shared.Value;

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (_process is not null)
        {
            _process.StandardInput.Close(); // which ends it
            await _process.WaitForExitAsync();
            _process.Dispose();
            return;
        }

        var database = new NpgsqlConnectionStringBuilder(ConnectionString).Database;
        await ExecuteAsync(Environment.GetEnvironmentVariable(Variable)!, $"DROP DATABASE \"{database}\" WITH (FORCE)");
    }

    private static async Task<PostgresServer> StartAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            var name = $"omendb_test_{Guid.NewGuid():N}";
            await ExecuteAsync(given, $"CREATE DATABASE \"{name}\"");
            return new PostgresServer(new NpgsqlConnectionStringBuilder(given) { Database = name, IncludeErrorDetail = true }.ConnectionString, null);
        }

        if (!Directory.Exists(Path.Combine(Folder(), "node_modules")))
        {
            using var install = Start(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", "ci", "--no-audit", "--no-fund");
            await install.WaitForExitAsync();
            Assert.True(install.ExitCode == 0, $"'npm ci' in {Folder()} ended with {install.ExitCode}.");
        }

        var process = Start("node", "server.mjs");
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("port ", StringComparison.Ordinal))
                return new PostgresServer(
                    $"Host=127.0.0.1;Port={line[5..]};Username=postgres;Database=postgres;SSL Mode=Disable;Maximum Pool Size=1;Timeout=300;Command Timeout=300;Include Error Detail=true", process);
        }

        throw new InvalidOperationException($"'node server.mjs' in {Folder()} ended before it said its port; what it wrote is above.");
    }

    private static Process Start(string program, params string[] arguments)
        => Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = Folder(), RedirectStandardInput = true, RedirectStandardOutput = true })!;

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static string Folder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "Server"));
}
