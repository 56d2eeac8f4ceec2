namespace OmenDb.Fuzz;

/// <summary>Something that is fed hostile input again and again; the same seed and number give the same input.</summary>
internal interface IFuzzer : IDisposable
{
    /// <summary>Makes one input and feeds it.</summary>
    /// <param name="number">Which one.</param>
    /// <returns>Whether it was taken; <see langword="false"/> when it was refused.</returns>
    /// <exception cref="FuzzFailure">It was neither refused nor answered rightly.</exception>
    bool Run(long number);
}
