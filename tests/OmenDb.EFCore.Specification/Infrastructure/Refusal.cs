namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>What cannot work is refused in words that help.</summary>
public static class Refusal
{
    /// <summary>Holds that something is refused, with each of these words in the message.</summary>
    public static void Says<TException>(Func<object?> refused, params string[] words)
        where TException : Exception
        => HasWords(Assert.Throws<TException>(refused), words);

    /// <inheritdoc cref="Says"/>
    public static async Task SaysAsync<TException>(Func<Task> refused, params string[] words)
        where TException : Exception
        => HasWords(await Assert.ThrowsAsync<TException>(refused), words);

    private static void HasWords(Exception error, string[] words) => Assert.All(words, word => Assert.Contains(word, error.Message, StringComparison.Ordinal));
}
