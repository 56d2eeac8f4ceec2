namespace ApiSearch.Api;

/// <summary>What a verification found: healthy when there are no problems.</summary>
public sealed record VerificationResponse(bool Healthy, long Rows, long Checked, IReadOnlyList<string> Problems, double Milliseconds);
