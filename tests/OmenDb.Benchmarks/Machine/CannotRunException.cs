namespace OmenDb.Benchmarks.Machine;

/// <summary>Something that a measurement needs is missing here; the message says what, in one line.</summary>
internal sealed class CannotRunException(string message) : Exception(message);
