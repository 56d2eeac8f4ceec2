using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace OmenDb.EFCore.Diagnostics.Internal;

/// <summary>Logs through EF Core's diagnostics, so that <c>LogTo</c>, <c>ConfigureWarnings</c> and logging providers all see the events.</summary>
internal static class VectorLoggerExtensions
{
    public static void LogVectorEvent<TCategory>(this IDiagnosticsLogger<TCategory> logger, EventId id, LogLevel level, string message)
        where TCategory : LoggerCategory<TCategory>, new()
    {
        var definition = new EventDefinition<string>(
            logger.Options, id, level, id.Name!.Replace("OmenDb.", "OmenDbEventId.", StringComparison.Ordinal), l => LoggerMessage.Define<string>(l, id, "{Message}"));
        if (logger.ShouldLog(definition))
            definition.Log(logger, message);
        if (logger.NeedsEventData(definition, out var diagnosticSourceEnabled, out var simpleLogEnabled))
        {
            logger.DispatchEventData(
                definition,
                new EventData(definition, (_, _) => definition.GenerateMessage(message)),
                diagnosticSourceEnabled,
                simpleLogEnabled);
        }
    }
}
