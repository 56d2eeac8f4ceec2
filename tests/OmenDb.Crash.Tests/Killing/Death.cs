namespace OmenDb.Crash.Tests.Killing;

/// <summary>What is known of the process that died.</summary>
/// <param name="Begun">Operations that it had begun, those of earlier processes included.</param>
/// <param name="Done">Operations that it had acknowledged.</param>
/// <param name="Last">What it did when it died.</param>
/// <param name="IsKilled">Whether it was killed where it should be; if not, it ended without having come there.</param>
internal sealed record Death(int Begun, int Done, string Last, bool IsKilled);
