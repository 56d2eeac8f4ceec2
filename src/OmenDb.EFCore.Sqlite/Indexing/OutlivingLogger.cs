using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Logs where a context's own logger does, and keeps nothing of the context: its interceptors would hold it, with every entity that it tracks, until another one comes.</summary>
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
