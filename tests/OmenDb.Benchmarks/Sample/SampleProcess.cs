using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using OmenDb.Benchmarks.Machine;

namespace OmenDb.Benchmarks.Sample;

/// <summary>The sample, started as the README says, on a port and with a data folder of its own.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process _process;
    private readonly Cleanup _end;
    private readonly Stopwatch _clock = Stopwatch.StartNew();

    public SampleProcess(string data)
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Client.BaseAddress = new Uri($"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}");
        }

        _process = Process.Start(new ProcessStartInfo(
            "dotnet", ["run", "--project", Project, "--", "--data", data, "--urls", Client.BaseAddress.ToString()])
        { RedirectStandardOutput = true })!;
        _end = new Cleanup(() => ChildProcess.End(_process));
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });

    private static string Project => Path.Combine(RepositoryRoot(), "samples", "ApiSearch");

    /// <summary>Builds it, so that a start is only a start.</summary>
    public static void Build()
    {
        using var build = Process.Start("dotnet", ["build", Path.Combine(Project, "ApiSearch.proj"), "-v", "quiet"]);
        using var end = new Cleanup(() => ChildProcess.End(build));
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw new CannotRunException("The sample could not be built.");
    }

    /// <summary>The time from the command to the first search that is answered with a result.</summary>
    public Task<TimeSpan> FirstResultAsync() => SinceStartAsync(async () =>
    {
        using var response = await Client.GetAsync("/api/search?q=read+a+file");
        return response.IsSuccessStatusCode && (await response.Content.ReadFromJsonAsync<SearchAnswer>())!.Results.Count > 0;
    });

    /// <summary>The time from the command until everything is stored, or also indexed.</summary>
    public Task<TimeSpan> CompleteAsync(bool indexed) => SinceStartAsync(async () =>
    {
        var status = await StatusAsync();
        return status.GetProperty("ready").GetBoolean() && (!indexed || status.GetProperty("index").GetProperty("pending").GetInt64() == 0);
    });

    public void Dispose()
    {
        Client.Dispose();
        _end.Dispose();
        _process.Dispose();
    }

    private async Task<TimeSpan> SinceStartAsync(Func<Task<bool>> reached)
    {
        while (true)
        {
            try
            {
                if (await reached())
                    return _clock.Elapsed;
                await StatusAsync();
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                // It does not listen yet.
            }
            catch (HttpRequestException)
            {
                throw new CannotRunException($"The sample ended with {_process.ExitCode}.");
            }

            await Task.Delay(20);
        }
    }

    private async Task<JsonElement> StatusAsync()
    {
        var status = await Client.GetFromJsonAsync<JsonElement>("/api/status");
        return status.GetProperty("phase").GetString() != "failed" ? status : throw new CannotRunException($"The sample failed: {status.GetProperty("message").GetString()}");
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OmenDb.EFCore.sln")))
                return folder.FullName;
        }

        throw new CannotRunException("The sample is started from its source, which is not around this program.");
    }
}
