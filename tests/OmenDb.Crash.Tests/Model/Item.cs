using System.ComponentModel.DataAnnotations.Schema;

namespace OmenDb.Crash.Tests.Model;

/// <summary>A row of the table that is worked on.</summary>
public sealed class Item
{
    public const int Dimensions = 16;

    [DatabaseGenerated(DatabaseGeneratedOption.None)]
    public int Id { get; set; }

    public required string Title { get; set; }

    /// <summary>Changed by nobody but the migration.</summary>
    public int Extra { get; set; }

    [Vector(Dimensions), VectorIndex]
    public ReadOnlyMemory<float>? Embedding { get; set; }
}
