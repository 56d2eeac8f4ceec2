namespace OmenDb.EFCore.Query.Internal;

/// <summary>A row of the source with its distance, computed row by row.</summary>
internal sealed class MeasuredRow<T>
{
    public required T Item { get; set; }

    public double Distance { get; set; }
}
