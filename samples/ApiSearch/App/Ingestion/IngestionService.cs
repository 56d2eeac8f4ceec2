using System.Diagnostics;
using ApiSearch.Corpus;
using ApiSearch.Data;
using ApiSearch.Embeddings;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.AI;

namespace ApiSearch.Ingestion;

/// <summary>
/// Brings the database up to the files, in the background: opens it when nothing changed; else reads the files, learns the embedding where it is one
/// that is learned, and stores what is new or different. An interrupted run is a difference like any other, so the next start goes on where it ended.
/// </summary>
public sealed partial class IngestionService(
    IDbContextFactory<ApiSearchContext> contexts,
    IEmbeddingGenerator<string, Embedding<float>> embeddings,
    IngestionProgress progress,
    IConfiguration configuration,
    ILogger<IngestionService> logger) : BackgroundService
{
    // Members are stored, and become searchable, so many at a time: each batch is a transaction.
    private const int BatchSize = 2_048;

    // A learned model knows the words it was learned from. Beyond this share of new texts it is learned anew, and everything is embedded again.
    private const double NewTextsForNewModel = 0.2;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // The host starts listening only after a background service first waits.
            await Task.Yield();
            var clock = Stopwatch.StartNew();
            await RunAsync(stoppingToken);
            Enter(IngestionPhase.Ready, $"{progress.Total:N0} members are searchable, {clock.Elapsed.TotalSeconds:F1} s after the start.");
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
        var corpus = FindCorpus();
        progress.Embedding = NameOf(embeddings);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var record = await SchemaVersion.IsCurrentAsync(db, cancellationToken)
            ? await db.Ingestions.SingleOrDefaultAsync(r => r.Embedding == progress.Embedding, cancellationToken)
            : null;

        if (record is not null)
        {
            Learned?.Model = LsaModel.FromBytes(record.Model!);
            progress.Source = record.Source;
            progress.IsSearchable = true;
            // Without files there is nothing better to be had than what was read before.
            if (record.CompletedAt is not null && (corpus.Paths.Count == 0 || record.Fingerprint == corpus.Fingerprint))
            {
                progress.Total = record.Members;
                progress.Report(record.Members);
                return;
            }
        }

        if (corpus.Paths.Count == 0)
            throw new InvalidOperationException(corpus.WhenEmpty);
        progress.Source = corpus.Description;
        Enter(IngestionPhase.Reading, $"Reading {corpus.Paths.Count} files of {corpus.Description}.");
        var members = corpus.Paths.AsParallel().AsOrdered().WithCancellation(cancellationToken)
            .SelectMany(path => Read(corpus, path)).DistinctBy(m => m.Id, StringComparer.Ordinal).ToList();
        progress.Total = members.Count;

        var changes = record is null ? null : await CorpusChanges.FindAsync(db, members, cancellationToken);
        // An interrupted first run is all new, by the model that it learned from these very files.
        var modelFits = record is not null && (Learned is null || record.Fingerprint == corpus.Fingerprint || changes!.ShareOfNew < NewTextsForNewModel);
        if (!modelFits)
        {
            record = await BeginAnewAsync(db, members, corpus, cancellationToken);
            changes = CorpusChanges.AllOf(members);
        }

        record!.CompletedAt = null; // what is stored is of two versions until the end
        await db.SaveChangesAsync(cancellationToken);
        await StoreAsync(db, changes!, cancellationToken);
        (record.Fingerprint, record.Source, record.Members, record.CompletedAt) = (corpus.Fingerprint, corpus.Description, members.Count, DateTime.UtcNow);
        await db.SaveChangesAsync(cancellationToken);
    }

    // What lies there has vectors of another model, or of another number of dimensions, which do not compare: nothing of it is worth keeping.
    private async Task<IngestionRecord> BeginAnewAsync(ApiSearchContext db, List<DocumentedMember> members, ICorpus corpus, CancellationToken cancellationToken)
    {
        if (Learned is { } lsa)
        {
            Enter(IngestionPhase.Learning, $"Learning {lsa.Dimensions} dimensions of meaning from {members.Count:N0} texts.");
            lsa.Model = LsaModel.Train(members.Select(m => m.Text), lsa.Dimensions);
        }

        progress.IsSearchable = false;
        db.ChangeTracker.Clear();
        await SchemaVersion.CreateAnewAsync(db, cancellationToken);
        var record = new IngestionRecord
        {
            Fingerprint = corpus.Fingerprint,
            Source = corpus.Description,
            Embedding = NameOf(embeddings),
            Model = Learned?.Model?.ToBytes(),
        };
        db.Ingestions.Add(record);
        await db.SaveChangesAsync(cancellationToken);
        return record;
    }

    private async Task StoreAsync(ApiSearchContext db, CorpusChanges changes, CancellationToken cancellationToken)
    {
        var which = changes.New.Count == progress.Total ? "members" : $"of {progress.Total:N0} members, the new and the different";
        Enter(IngestionPhase.Storing, $"Storing {changes.New.Count:N0} {which}.");
        progress.Report(progress.Total - changes.New.Count);
        var batches = 0;
        foreach (var batch in changes.New.Chunk(BatchSize))
        {
            var vectors = await embeddings.GenerateAsync(batch.Select(m => m.Text), cancellationToken: cancellationToken);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
            // A changed member is stored again, in the transaction that removes what it was: a search finds the one or the other.
            var outdated = batch.Select(m => changes.Outdated.GetValueOrDefault(m.Id)).Where(id => id != 0).ToList();
            if (outdated.Count > 0)
                await db.Members.Where(m => outdated.Contains(m.Id)).ExecuteDeleteAsync(cancellationToken);
            await db.Members.AddBatchAsync(batch.Zip(vectors, Row), options: null, cancellationToken);
            await transaction.CommitAsync(cancellationToken);

            progress.Report(progress.Stored + batch.Length);
            progress.IsSearchable = true;
            if (batches++ % 8 == 7)
                LogStored(progress.Stored, progress.Total);
        }

        foreach (var gone in changes.Gone.Chunk(BatchSize))
            await db.Members.Where(m => gone.Contains(m.Id)).ExecuteDeleteAsync(cancellationToken);
        progress.IsSearchable = true;
    }

    private static ApiMember Row(DocumentedMember member, Embedding<float> embedding) => new()
    {
        DocumentationId = member.Id,
        Name = member.Name,
        Kind = member.Kind,
        Namespace = member.Namespace,
        Assembly = member.Assembly,
        Summary = member.Summary,
        ContentHash = member.ContentHash,
        // An angle to zero is no distance. (A bare null would become an empty vector, by way of an array.)
        Embedding = embedding.Vector.Span.ContainsAnyExcept(0f) ? embedding.Vector : default(ReadOnlyMemory<float>?),
    };

    private ICorpus FindCorpus() => configuration["source"] is { Length: > 0 } folder
        ? new TextFolder(folder)
        : ReferencePacks.Find(configuration.GetSection("Corpus:Directories").Get<string[]>() ?? []);

    private IReadOnlyList<DocumentedMember> Read(ICorpus corpus, string path)
    {
        try
        {
            return corpus.Read(path);
        }
        catch (InvalidDataException exception)
        {
            LogSkipped(path, exception.Message);
            return [];
        }
    }

    private LsaEmbeddingGenerator? Learned => embeddings.GetService<LsaEmbeddingGenerator>();

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

    [LoggerMessage(LogLevel.Information, "{Message}")]
    private partial void LogPhase(string message);

    [LoggerMessage(LogLevel.Information, "Stored {Stored} of {Total}.")]
    private partial void LogStored(long stored, int total);

    [LoggerMessage(LogLevel.Warning, "{Path} is skipped: {Reason}")]
    private partial void LogSkipped(string path, string reason);

    [LoggerMessage(LogLevel.Error, "The documentation could not be ingested")]
    private partial void LogFailed(Exception exception);
}
