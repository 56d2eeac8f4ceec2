using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace ApiSearch.Tests;

/// <summary>The application as users run it: a process of its own, that can be killed.</summary>
public sealed class ApiSearchProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly HttpClient _client = new();

    public ApiSearchProcess(TemporaryFolder folder, params (string Name, string Value)[] settings)
    {
        (string, string)[] all = [
            ("urls", "http://127.0.0.1:0"), ("data", folder.File("data")), ("Corpus:Directories:0", folder.File("corpus")), .. settings];
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. all.SelectMany(s => new[] { $"--{s.Item1}", s.Item2 })])
        {
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
    }

    /// <summary>A client, once the program says where it listens.</summary>
    public async Task<HttpClient> ListenAsync()
    {
        const string Says = "listens on ";
        if (_client.BaseAddress is not null)
            return _client;
        while (_client.BaseAddress is null)
        {
            var line = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException($"The program ended with {_process.ExitCode}.");
            if (line.IndexOf(Says, StringComparison.Ordinal) is >= 0 and var at)
                _client.BaseAddress = new Uri(line[(at + Says.Length)..]);
        }

        _ = _process.StandardOutput.ReadToEndAsync(); // or the program would wait for its reader
        return _client;
    }

    /// <summary>The status, once it is as wanted.</summary>
    public async Task<JsonElement> WaitForAsync(Func<JsonElement, bool> wanted)
    {
        var client = await ListenAsync();
        for (var deadline = DateTime.UtcNow.AddSeconds(120); ; await Task.Delay(20))
        {
            var status = await client.GetFromJsonAsync<JsonElement>("/api/status");
            if (wanted(status))
                return status;
            Assert.True(DateTime.UtcNow < deadline, $"It did not come to that: {status}");
        }
    }

    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
        _client.Dispose();
    }
}
