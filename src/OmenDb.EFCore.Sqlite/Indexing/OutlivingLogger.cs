using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Logs where a context's own logger does, and does not keep its interceptors, which would hold the context, with every entity that it tracks, until another one comes.</summary>
/// <remarks>A delegate that was handed to <c>LogTo</c> is kept, and whatever it refers to: nothing could be told to it otherwise.</remarks>
internal sealed class OutlivingLogger(IDiagnosticsLogger logger) : IDiagnosticsLogger<DbLoggerCategory.Infrastructure>
{
    public ILoggingOptions Options { get; } = logger.Options;

    public LoggingDefinitions Definitions { get; } = logger.Definitions;

    public ILogger Logger { get; } = logger.Logger;

    public DiagnosticSource DiagnosticSource { get; } = logger.DiagnosticSource;

    public IDbContextLogger DbContextLogger { get; } = logger.DbContextLogger;

    public IInterceptors? Interceptors => null;

    public bool ShouldLogSensitiveData() => false;
}
