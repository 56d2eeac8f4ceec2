namespace OmenDb.Benchmarks.Streaming;

/// <summary>An index whose rows change: it has places, and each holds one row of a set at a time.</summary>
internal interface IStream : IDisposable
{
    string Name { get; }

    /// <summary>Puts rows into places, whatever was there before.</summary>
    Task PutAsync(IReadOnlyList<(int Place, int Row)> changes);

    /// <summary>The places found for each query.</summary>
    Task<int[][]> AnswerAsync();
}
