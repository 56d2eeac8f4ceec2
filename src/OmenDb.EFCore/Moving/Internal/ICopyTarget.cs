namespace OmenDb.EFCore.Moving.Internal;

/// <summary>How rows are copied into a database; one for each context.</summary>
internal interface ICopyTarget
{
    /// <summary>SQL for a column's value to compare by exactly: only the same value is equal, whatever the column's type and collation take for equal.</summary>
    string Exactly(string column);

    /// <summary>What an INSERT says before its rows so that the database takes the keys that it is given instead of making its own.</summary>
    string KeepingKeys { get; }

    /// <summary>Makes the database number new rows after those that were copied into it.</summary>
    Task FinishAsync(CancellationToken cancellationToken);
}
