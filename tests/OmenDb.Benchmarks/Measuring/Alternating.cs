namespace OmenDb.Benchmarks.Measuring;

/// <summary>Two things that are compared take turns, and each goes first in every other pair.</summary>
internal static class Alternating
{
    /// <param name="pair">The number of the pair.</param>
    /// <param name="one">What goes first in even pairs.</param>
    /// <param name="other">What goes first in odd pairs.</param>
    public static async Task<(T One, T Other)> RunAsync<T>(int pair, Func<Task<T>> one, Func<Task<T>> other)
    {
        if (pair % 2 == 0)
            return (await one(), await other());
        var second = await other();
        return (await one(), second);
    }

    /// <inheritdoc cref="RunAsync"/>
    public static (T One, T Other) Run<T>(int pair, Func<T> one, Func<T> other)
    {
        if (pair % 2 == 0)
            return (one(), other());
        var second = other();
        return (one(), second);
    }
}
