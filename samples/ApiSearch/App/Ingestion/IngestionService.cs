using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Xml;
using ApiSearch.Corpus;
using ApiSearch.Data;
using ApiSearch.Embeddings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;
using OmenDb.EFCore;

namespace ApiSearch.Ingestion;

/// <summary>
/// Fills the database at the first start, and opens it at later ones: finds the documentation, reads it, learns the
/// embedding where it is one that is learned, and stores every member with its vector in one batch.
/// </summary>
public sealed partial class IngestionService(
    IDbContextFactory<ApiSearchContext> contexts,
    IEmbeddingGenerator<string, Embedding<float>> embeddings,
    IngestionProgress progress,
    IConfiguration configuration,
    ILogger<IngestionService> logger) : BackgroundService
{
    private const int EmbeddingBatch = 256;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The host starts listening only after a background service first waits.
            await Task.Yield();
            await RunAsync(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            progress.Enter(IngestionPhase.Failed, "The program is being stopped.");
        }
        catch (Exception exception)
        {
            // The page stays up and says what is wrong.
            LogFailed(exception);
            progress.Enter(IngestionPhase.Failed, exception.Message);
        }
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        var files = DocumentationFiles.Find(configuration.GetSection("Corpus:Directories").Get<string[]>() ?? []);
        progress.Embedding = NameOf(embeddings);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindCompletedAsync(db, cancellationToken) is { } stored && IsCurrent(stored, files))
        {
            if (Learned is { } lsa)
                lsa.Model = LsaModel.FromBytes(stored.Model!);
            progress.Source = stored.Source;
            progress.Total = stored.Members;
            progress.Report(stored.Members);
            Ready(clock);
            return;
        }

        if (files.Paths.Count == 0)
        {
            throw new InvalidOperationException(
                "No XML documentation was found. It comes with the reference packs of the .NET SDK (packs/*.Ref in the folder of dotnet: " +
                $"{string.Join(", ", DocumentationFiles.DotnetRoots().DefaultIfEmpty("none found"))}). Install the SDK, or name folders in Corpus:Directories.");
        }

        await FillAsync(db, files, cancellationToken);
        Ready(clock);
    }

    private async Task FillAsync(ApiSearchContext db, DocumentationFiles files, CancellationToken cancellationToken)
    {
        // Whatever lies there is of an interrupted start, of another SDK or of another embedding.
        await db.Database.EnsureDeletedAsync(cancellationToken);
        await db.Database.EnsureCreatedAsync(cancellationToken);

        progress.Source = files.Description;
        Enter(IngestionPhase.Reading, $"Reading {files.Paths.Count} files of {files.Description}.");
        var members = files.Paths.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .SelectMany(Read).DistinctBy(m => m.Id, StringComparer.Ordinal).ToList();
        progress.Total = members.Count;

        if (Learned is { } lsa)
        {
            Enter(IngestionPhase.Learning, $"Learning {lsa.Dimensions} dimensions of meaning from {members.Count:N0} texts.");
            lsa.Model = LsaModel.Train(members.Select(m => m.Text), lsa.Dimensions);
        }

        Enter(IngestionPhase.Storing, $"Storing {members.Count:N0} members.");
        await db.Members.AddBatchAsync(EmbedAsync(members, cancellationToken), new AddBatchOptions { Progress = progress }, cancellationToken);

        db.Ingestions.Add(new IngestionRecord
        {
            Fingerprint = files.Fingerprint,
            Source = files.Description,
            Embedding = NameOf(embeddings),
            Model = Learned?.Model?.ToBytes(),
            Members = members.Count,
            CompletedAt = DateTime.UtcNow,
        });
        await db.SaveChangesAsync(cancellationToken);
        progress.Report(members.Count);
    }

    private async IAsyncEnumerable<ApiMember> EmbedAsync(
        List<DocumentedMember> members, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var done = 0;
        foreach (var batch in members.Chunk(EmbeddingBatch))
        {
            // One line on the console for every 40 batches.
            if (done++ % 40 == 39)
                LogStored(progress.Stored, members.Count);
            var vectors = await embeddings.GenerateAsync(batch.Select(m => m.Text), cancellationToken: cancellationToken);
            foreach (var (member, embedding) in batch.Zip(vectors))
            {
                yield return new ApiMember
                {
                    DocumentationId = member.Id,
                    Name = member.Name,
                    Kind = member.Kind,
                    Namespace = member.Namespace,
                    Assembly = member.Assembly,
                    Summary = member.Summary,
                    // An angle to zero is no distance.
                    Embedding = embedding.Vector.Span.ContainsAnyExcept(0f) ? embedding.Vector : null,
                };
            }
        }
    }

    private IReadOnlyList<DocumentedMember> Read(string path)
    {
        try
        {
            return XmlDocumentationReader.Read(path);
        }
        catch (XmlException exception)
        {
            LogSkipped(path, exception.Message);
            return [];
        }
    }

    private LsaEmbeddingGenerator? Learned => embeddings.GetService<LsaEmbeddingGenerator>();

    private bool IsCurrent(IngestionRecord stored, DocumentationFiles files)
        // Without files there is nothing better to be had than what was read before.
        => stored.Embedding == NameOf(embeddings) && (files.Paths.Count == 0 || stored.Fingerprint == files.Fingerprint);

    private static async Task<IngestionRecord?> FindCompletedAsync(ApiSearchContext db, CancellationToken cancellationToken)
    {
        if (!File.Exists(new Microsoft.Data.Sqlite.SqliteConnectionStringBuilder(db.Database.GetConnectionString()).DataSource))
            return null;
        try
        {
            return await db.Ingestions.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // Interrupted before its tables were there, or not a database at all.
            return null;
        }
    }

    private static string NameOf(IEmbeddingGenerator generator)
    {
        var metadata = (EmbeddingGeneratorMetadata)generator.GetService(typeof(EmbeddingGeneratorMetadata))!;
        return $"{metadata.ProviderName} ({metadata.DefaultModelId}, {metadata.DefaultModelDimensions} dimensions)";
    }

    private void Enter(IngestionPhase phase, string message)
    {
        LogPhase(message);
        progress.Enter(phase, message);
    }

    private void Ready(Stopwatch clock)
        => Enter(IngestionPhase.Ready, $"{progress.Total:N0} members are searchable, {clock.Elapsed.TotalSeconds:F1} s after the start.");

    [LoggerMessage(LogLevel.Information, "{Message}")]
    private partial void LogPhase(string message);

    [LoggerMessage(LogLevel.Information, "Stored {Stored} of {Total}.")]
    private partial void LogStored(long stored, int total);

    [LoggerMessage(LogLevel.Warning, "{Path} is skipped: {Reason}")]
    private partial void LogSkipped(string path, string reason);

    [LoggerMessage(LogLevel.Error, "The documentation could not be ingested")]
    private partial void LogFailed(Exception exception);
}
