namespace OmenDb.Crash.Tests.Checking;

/// <summary>Something was lost, or wrong, or left.</summary>
internal sealed class CrashException(string message) : Exception(message);
