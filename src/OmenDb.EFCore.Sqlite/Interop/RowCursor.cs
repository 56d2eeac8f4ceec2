using System.Numerics.Tensors;
using System.Runtime.InteropServices;
using OmenDb.EFCore.Sqlite.Indexing;

namespace OmenDb.EFCore.Sqlite.Interop;

/// <summary>Walks over the rows of <see cref="VisibleRows.ReadAfter"/>; holds SQLite's read lock until it is disposed.</summary>
/// <param name="statement">The statement.</param>
/// <param name="widened">Where 16-bit vectors become 32-bit ones; empty when they are.</param>
internal readonly ref struct RowCursor(SqliteStatement statement, Span<float> widened) : IDisposable
{
    private readonly Span<float> _widened = widened;

    public long Label => statement.GetInt64(0);

    public RowStamp Stamp => new(Label, statement.GetInt64(2));

    /// <summary>The row's vector, whatever SQL put there (nothing, when it cannot be one); valid until the next row.</summary>
    public ReadOnlySpan<float> Vector
    {
        get
        {
            var blob = statement.GetBlob(1);
            if (_widened.IsEmpty)
                return blob.Length % sizeof(float) == 0 ? MemoryMarshal.Cast<byte, float>(blob) : [];
            if (blob.Length != _widened.Length * 2)
                return [];
            TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(blob), _widened);
            return _widened;
        }
    }

    public bool MoveNext() => statement.Step();

    public void Dispose() => statement.Reset();
}
