using System.Text.Json;
using System.Text.Json.Serialization;
using ApiSearch.Api;
using ApiSearch.Data;
using ApiSearch.Embeddings;
using ApiSearch.Ingestion;
using ApiSearch.Map;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using OpenTelemetry.Metrics;

// Everything the program needs lies beside it, so it may be started from any directory.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
if (string.IsNullOrEmpty(builder.Configuration["urls"]))
    builder.WebHost.UseUrls("http://localhost:5080");
builder.Logging.AddSimpleConsole(console => console.SingleLine = true);

// The database: UseSqlite or UseNpgsql, with UseOmenDb().
builder.Services.AddDbContextFactory<ApiSearchContext>((services, options) =>
    options.UseStore(services.GetRequiredService<IConfiguration>()));

// What turns text into vectors: an endpoint where one is configured, else a model learned from the documentation itself.
builder.Services.AddOptions<EmbeddingOptions>().BindConfiguration("Embedding")
    .Validate(o => string.IsNullOrEmpty(o.Endpoint) || Uri.IsWellFormedUriString(o.Endpoint, UriKind.Absolute), "Embedding:Endpoint is not an address.")
    .Validate(o => string.IsNullOrEmpty(o.Endpoint) || !string.IsNullOrEmpty(o.Model), "Embedding:Endpoint needs Embedding:Model, the model's name there.")
    .ValidateOnStart();
builder.Services.AddHttpClient();
builder.Services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(services =>
{
    var options = services.GetRequiredService<IOptions<EmbeddingOptions>>();
    return string.IsNullOrEmpty(options.Value.Endpoint)
        ? new LsaEmbeddingGenerator(options)
        : new HttpEmbeddingGenerator(services.GetRequiredService<IHttpClientFactory>(), options);
});

builder.Services.AddSingleton<IngestionProgress>();
builder.Services.AddHostedService<IngestionService>();
builder.Services.AddHostedService<MapService>();
builder.Services.AddSingleton<IndexMeter>();
builder.Services.AddOpenTelemetry().WithMetrics(metrics => metrics.AddMeter("OmenDb", "Microsoft.AspNetCore.Hosting").AddPrometheusExporter());
builder.Services.AddHealthChecks().AddOmenDbVectorIndex<ApiSearchContext>();

builder.Services.AddOpenApi();
builder.Services.AddValidation();
builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
{
    // What the caller, or who runs the embedding endpoint, can do something about.
    if (context.Exception is BadHttpRequestException or HttpRequestException)
        context.ProblemDetails.Detail = context.Exception.Message;
});
builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
builder.Services.ConfigureHttpJsonOptions(options =>
    options.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase)));

var app = builder.Build();
app.UseExceptionHandler(new ExceptionHandlerOptions
{
    StatusCodeSelector = exception => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        HttpRequestException => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status500InternalServerError,
    },
    SuppressDiagnosticsCallback = context => context.Exception is BadHttpRequestException,
});
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapOpenApi();
app.MapHealthChecks("/health");
app.MapPrometheusScrapingEndpoint("/metrics");
app.MapSearchApi();
app.MapIndexApi();
app.MapMapApi();
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine($"API search listens on {string.Join(", ", app.Urls)}"));
app.Run();
