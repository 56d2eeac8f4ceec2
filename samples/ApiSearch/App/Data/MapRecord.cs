namespace ApiSearch.Data;

/// <summary>The map as the page draws it, kept so that it is computed once.</summary>
public sealed class MapRecord
{
    public int Id { get; set; }

    /// <summary>The ingestion that it shows.</summary>
    public required DateTime Of { get; set; }

    public required byte[] Points { get; set; }
}
