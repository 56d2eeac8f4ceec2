using Microsoft.Data.Sqlite;
using OmenDb.DiskAnn;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Indexing;

/// <summary>Compares an index with the rows that one connection sees. Changes nothing.</summary>
internal sealed class Verification
{
    // Rows that are searched for by their own vector, and how many of them may be missed beyond what the last calibration missed.
    private const int Samples = 500;
    private const double MostMissed = 0.05;
    private const float Tolerance = 1e-4f;

    // Errors of distances are those of vectors that have nothing to do with each other. A vector and the row that was made of it may be rounded alike, whole numbers above all, and then what elements are off by adds up.
    private const float RoundedAlike = 0.005f;

    private readonly LiveIndex _index;
    private readonly List<string> _problems = [];
    private long _seen;
    private long _found;
    private long _unsound;
    private long _lost;
    private long _different;
    private int _searched;
    private int _foundBySearch;
    private string? _firstUnsound;
    private string? _damage;

    private Verification(LiveIndex index) => _index = index;

    public static VectorIndexVerification Run(LiveIndex index, SqliteConnection connection, CancellationToken cancellationToken)
    {
        using var visible = new VisibleRows(connection, index.Definition);
        var unlabelled = visible.CountUnlabelled();
        cancellationToken.ThrowIfCancellationRequested();
        var (dangling, rows) = (visible.CountDangling(), visible.Count());
        return index.Read(visible, (view, seen) =>
        {
            var verification = new Verification(index);
            verification.Report(unlabelled, "rows have a vector that the ledger does not know");
            verification.Report(dangling, "rows of the ledger name a row that is gone");
            verification.Compare(visible, view.For(seen), 1 + (rows / Samples), cancellationToken);
            return verification.Result(view);
        });
    }

    private void Compare(VisibleRows rows, IndexView? view, long every, CancellationToken cancellationToken)
    {
        using (var row = rows.ReadAfter(0))
        {
            while (row.MoveNext())
            {
                cancellationToken.ThrowIfCancellationRequested();
                _seen++;
                if (_index.Definition.Problem(row.Vector) is { } problem)
                {
                    _unsound++;
                    _firstUnsound ??= $"the first has label {row.Label}: {problem}";
                }
                else if (view is null || row.Label > view.Applied)
                {
                    _found++; // compared by every search itself
                }
                else if (view.Graph.Contains(row.Label))
                {
                    _found++;
                    CompareVector(view.Graph, row.Label, row.Vector, isSampled: _seen % every == 0);
                }
                else if (view.IsInGap(row.Label))
                {
                    _found++; // the same
                }
                else
                {
                    _lost++;
                }
            }
        }
    }

    // The row alone, then among all: what the graph holds must be what the table holds, and a search must find it.
    private void CompareVector(VamanaIndex graph, long label, ReadOnlySpan<float> vector, bool isSampled)
    {
        if (_damage is not null)
            return;
        try
        {
            Span<Neighbor> nearest = stackalloc Neighbor[1];
            var own = ExactDistance.Compute(_index.Definition.Metric, vector, vector);
            var tolerance = Tolerance * Math.Max(1, Math.Abs(own));
            graph.Search(vector, nearest, new SearchOptions { Allowed = LabelSet.FromLabels([label]) });
            var rounded = nearest[0].Error > 0 ? nearest[0].Error + (RoundedAlike * Math.Abs(own)) : 0;
            if (!(Math.Abs(nearest[0].Distance - own) <= tolerance + rounded))
                _different++;
            if (!isSampled)
                return;
            graph.Search(vector, nearest);
            _searched++;
            _foundBySearch += nearest[0].Distance - nearest[0].Error <= own + tolerance ? 1 : 0;
        }
        catch (SnapshotFormatException e)
        {
            _damage = e.Message;
        }
    }

    private VectorIndexVerification Result(IndexView view)
    {
        Report(_unsound, $"rows cannot be searched; {_firstUnsound}");
        try
        {
            view.Graph.Verify();
        }
        catch (SnapshotFormatException e)
        {
            _damage ??= e.Message;
        }

        if (_damage is not null)
            _problems.Add($"{_damage} RebuildAsync writes it again.");
        Report(_lost, "rows are missing from the index; RebuildAsync puts them back");
        Report(_different, "rows are in the index with another vector than in the table; RebuildAsync puts theirs there");
        if (_foundBySearch < _searched * (MeasuredRecall(view) - MostMissed))
            _problems.Add($"Of {_searched:N0} rows, {_searched - _foundBySearch:N0} are not found by their own vector; RebuildAsync connects them anew.");
        return new VectorIndexVerification(_seen, _found, _problems);
    }

    private static double MeasuredRecall(IndexView view)
        => view.Graph.GetStatistics().Top1.MeasuredRecall is var recall && double.IsNaN(recall) ? 1 : recall;

    private void Report(long count, string what)
    {
        if (count > 0)
            _problems.Add($"{count:N0} {what}.");
    }
}
