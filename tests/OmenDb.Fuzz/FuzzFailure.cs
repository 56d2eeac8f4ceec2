namespace OmenDb.Fuzz;

/// <summary>Hostile input was neither refused nor answered rightly.</summary>
internal sealed class FuzzFailure(string message, Exception? cause = null) : Exception(message, cause);
