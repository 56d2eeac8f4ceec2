using OmenDb.Benchmarks.Measuring;

namespace OmenDb.Benchmarks.Engines;

/// <summary>An index over one set of vectors. A label is the number of a row.</summary>
internal interface IEngine : IDisposable
{
    string Name { get; }

    /// <summary>Whether a longer search list finds more and takes longer.</summary>
    bool HasSearchList { get; }

    /// <summary>Builds the index; called once and first.</summary>
    Footprint Build();

    /// <summary>The labels found for each query.</summary>
    int[][] Answer(int searchList);

    /// <summary>Asks all queries, over and over.</summary>
    Timing Time(int searchList, int threads, TimeSpan duration);
}
