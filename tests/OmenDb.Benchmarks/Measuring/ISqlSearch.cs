namespace OmenDb.Benchmarks.Measuring;

/// <summary>One way to ask a database for the ten nearest rows.</summary>
internal interface ISqlSearch
{
    string Name { get; }

    /// <summary>The keys, nearest first, of rows that were read with their titles.</summary>
    List<int> Search(float[] query);
}
