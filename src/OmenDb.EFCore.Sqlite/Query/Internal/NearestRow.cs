namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>A row of the virtual table <c>omen_nearest</c>. Its columns after <see cref="Passed"/> are arguments: they are compared with, never read. Named in compiled models, and open to EF Core's proxies, which derive from every entity type.</summary>
public class NearestRow : NeverChanged
{
    internal const string View = "omen_nearest";

    /// <summary>Names one version of one vector.</summary>
    public virtual long Label { get; set; }

    /// <summary>How far it is from the query.</summary>
    public virtual double Distance { get; set; }

    /// <summary>One. SQLite reads it where a row has passed the rest of the statement, which tells a probe how many do.</summary>
    public virtual int Passed { get; set; }

    /// <summary>The index's name.</summary>
    public required virtual string Name { get; set; }

    /// <summary>The vector to search for.</summary>
    public required virtual byte[] Query { get; set; }

    /// <summary>How many rows are wanted.</summary>
    public virtual int K { get; set; }

    /// <summary>Which rows to search.</summary>
    public required virtual byte[] Rows { get; set; }

    /// <summary>Stop after so many rows that the transaction sees. Optional.</summary>
    public virtual int Most { get; set; }

    /// <summary>Stop a little behind this distance. Optional.</summary>
    public virtual double Within { get; set; }
}
