using OmenDb.DiskAnn.Storage;

namespace OmenDb.DiskAnn.Tests.Storage;

/// <summary>A row from a file is checked while a writer changes it: a writer may be at any point, so each meeting is arranged.</summary>
public sealed class RowChecksTests : IDisposable
{
    private const int Rows = 8;

    private readonly SegmentedRows _rows = new(64);

    public RowChecksTests()
    {
        _rows.EnsureCapacity(Rows);
        _rows.Block(0, Rows).Clear();
    }

    public void Dispose() => _rows.Dispose();

    [Fact]
    public void A_row_that_a_writer_changes_while_it_is_checked_is_not_damaged()
    {
        var checks = ChecksThatMeetAWriter();

        checks.Check(0);

        Assert.Equal(1, _rows.Span<byte>(3)[0]);
    }

    [Fact]
    public void Rows_that_a_writer_changes_while_they_are_read_ahead_are_not_damaged()
    {
        var checks = ChecksThatMeetAWriter();

        Assert.True(checks.ReadAhead(static () => false));
        Assert.Equal(1, _rows.Span<byte>(3)[0]);
    }

    [Fact]
    public void Rows_that_are_not_as_they_were_written_are_damaged_to_whoever_reads_ahead()
    {
        var checks = new RowChecks(_rows, Rows, Checksums(), static _ => true, Damaged);
        _rows.Span<byte>(3)[0] = 1;

        Assert.False(checks.ReadAhead(static () => false));
        Assert.Throws<SnapshotFormatException>(() => checks.Check(0));
    }

    // The first row that is looked at is when the writer checks the block, and changes it.
    private RowChecks ChecksThatMeetAWriter()
    {
        RowChecks? checks = null;
        var isMet = false;
        return checks = new RowChecks(_rows, Rows, Checksums(), IsValid, Damaged);

        bool IsValid(int row)
        {
            if (!isMet)
            {
                isMet = true;
                checks!.Check(row);
                _rows.Span<byte>(3)[0] = 1;
            }

            return _rows.Span<byte>(row)[0] == 0;
        }
    }

    private RowChecksums Checksums() => new([Checksum.Compute(_rows.Block(0, Rows))]);

    private static SnapshotFormatException Damaged(int row) => new($"row {row}");
}
