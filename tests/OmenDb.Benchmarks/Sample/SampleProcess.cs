using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;

namespace OmenDb.Benchmarks.Sample;

/// <summary>The sample, started as the README says, on a port and with a data folder of its own.</summary>
internal sealed class SampleProcess : IDisposable
{
    private readonly Process _process;
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
        _process.OutputDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
    }

    public HttpClient Client { get; } = new(new SocketsHttpHandler { MaxConnectionsPerServer = 64 });

    private static string Project => Path.Combine(RepositoryRoot(), "samples", "ApiSearch");

    /// <summary>Builds it, so that a start is only a start.</summary>
    public static void Build()
    {
        using var build = Process.Start("dotnet", ["build", Path.Combine(Project, "ApiSearch.proj"), "-v", "quiet"]);
        build.WaitForExit();
        if (build.ExitCode != 0)
            throw new InvalidOperationException("The sample could not be built.");
    }

    /// <summary>The time from the command to the first search that is answered with a result.</summary>
    public Task<TimeSpan> FirstResultAsync(CancellationToken cancellationToken) => SinceStartAsync(async () =>
    {
        using var response = await Client.GetAsync("/api/search?q=read+a+file", cancellationToken);
        return response.IsSuccessStatusCode && (await response.Content.ReadFromJsonAsync<SearchAnswer>(cancellationToken))!.Results.Count > 0;
    }, cancellationToken);

    /// <summary>The time from the command until everything is stored, or also indexed.</summary>
    public Task<TimeSpan> CompleteAsync(bool indexed, CancellationToken cancellationToken) => SinceStartAsync(async () =>
    {
        var status = await Client.GetFromJsonAsync<JsonElement>("/api/status", cancellationToken);
        if (status.GetProperty("phase").GetString() == "failed")
            throw new InvalidOperationException(status.GetProperty("message").GetString());
        return status.GetProperty("ready").GetBoolean() && (!indexed || status.GetProperty("index").GetProperty("pending").GetInt64() == 0);
    }, cancellationToken);

    public void Dispose()
    {
        Client.Dispose();
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }

    private async Task<TimeSpan> SinceStartAsync(Func<Task<bool>> reached, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                if (await reached())
                    return _clock.Elapsed;
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(20, cancellationToken);
        }
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "OmenDb.EFCore.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The sample is started from its source, which is not around this program.");
    }
}
