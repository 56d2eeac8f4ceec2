using System.Runtime.InteropServices;
using OmenDb.DiskAnn;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Which labels a search may return.</summary>
/// <param name="Allowed">The labels, or <see langword="null"/> for all.</param>
internal readonly record struct LabelFilter(LabelSet? Allowed)
{
    public static LabelFilter Everything => default;

    public bool Allows(long label) => Allowed is null || Allowed.Contains(label);

    /// <summary>Reads what <see cref="LabelSetBuilder.ToBytes"/> wrote. No bytes mean no labels.</summary>
    public static LabelFilter Parse(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length % (2 * sizeof(long)) != 0)
            throw new ArgumentException("rows is not a result of omen_rowset");
        return new LabelFilter(LabelSet.FromWords(MemoryMarshal.Cast<byte, (long, ulong)>(bytes)));
    }
}
