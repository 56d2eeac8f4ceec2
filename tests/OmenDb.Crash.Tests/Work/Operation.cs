namespace OmenDb.Crash.Tests.Work;

/// <summary>One operation with all that it needs.</summary>
/// <param name="Kind">What is done.</param>
/// <param name="Written">Rows as they are afterwards.</param>
/// <param name="Removed">Ids of rows that are gone afterwards.</param>
/// <param name="Undone">Rows that are written and rolled back.</param>
/// <param name="Choice">A number of the operation's own: a remainder, or a variant.</param>
internal sealed record Operation(OperationKind Kind, IReadOnlyList<Row> Written, IReadOnlyList<int> Removed, IReadOnlyList<Row> Undone, int Choice)
{
    public const int UpdateModulus = 37;
    public const int DeleteModulus = 7;
}
