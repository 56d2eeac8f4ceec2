using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using OmenDb.EFCore.Query.Internal;
using OmenDb.EFCore.Sqlite.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>LINQ for a search by an indexed property: the source joined with its ledger and the virtual table.</summary>
/// <remarks>
/// A filtered source is probed first, inside the same statement: when fewer than k of the nearest rows pass, the labels of all that do are
/// collected and the index searches those alone. Otherwise the search goes on where the probe stopped. The join applies the filter again, so the label set may only be too large, never wrong.
/// </remarks>
internal sealed class IndexedSearch
{
    private const string Integer = "INTEGER";

    private readonly VectorSearchCall _call;
    private readonly SqliteVectorIndexMetadata _index;

    private IndexedSearch(VectorSearchCall call, SqliteVectorIndexMetadata index)
    {
        _call = call;
        _index = index;
    }

    /// <summary>The k nearest rows of the source.</summary>
    public static Expression Nearest<T, TResult>(NearestToCall call, SqliteVectorIndexMetadata index)
    {
        var search = new IndexedSearch(call, index);
        var limit = NearestCalls.Call(nameof(NearestFunctions.AtLeastOne), call.K);
        var rows = search._call.IsFiltered ? search.AllowedRows<T>(call, limit) : NearestCalls.AllRows();
        Expression<Func<RankedRow<T>, double>> sorted = r => NearestFunctions.Sorted(r.Nearest.Distance);
        var ranked = Ordered<T>(LinqCall.Take<RankedRow<T>>(Ordered<T>(search.Ranked<T>(call.K, rows)), limit), sorted);
        return LinqCall.Select(ranked, LinqCall.Result<RankedRow<T>, TResult>(
            call.ResultSelector,
            r => Expression.Property(r, nameof(RankedRow<T>.Item)),
            r => Expression.Property(Expression.Property(r, nameof(RankedRow<T>.Nearest)), nameof(NearestRow.Distance))));
    }

    /// <summary>
    /// The rows of the source within a distance: the virtual table stops a little behind it, and the exact distance decides, of rows that were found. It is a query of its own: joined with another, it would be asked for each of that one's rows.
    /// </summary>
    public static Expression Within<T>(WithinDistanceCall call, SqliteVectorIndexMetadata index)
    {
        var search = new IndexedSearch(call, index);
        var row = Expression.Parameter(typeof(RankedRow<T>), "r");
        var nearest = Expression.Property(row, nameof(RankedRow<T>.Nearest));
        var item = Expression.Property(row, nameof(RankedRow<T>.Item));
        var within = LinqCall.Where(
            search.Ranked<T>(Expression.Constant(int.MaxValue), NearestCalls.AllRows()),
            Expression.Lambda<Func<RankedRow<T>, bool>>(NearestCalls.Argument(nearest, nameof(NearestRow.Within), call.MaxDistance), row));
        var isFound = Expression.Equal(Label(Expression.Property(row, nameof(RankedRow<T>.Ledger))), Expression.Property(nearest, nameof(NearestRow.Label)));
        within = LinqCall.Where(within, DistanceCall.IsWithin<RankedRow<T>>(index.Definition.Metric, call, item, row, isFound));
        return Apart<T>(LinqCall.Select(within, Expression.Lambda<Func<RankedRow<T>, T>>(item, row)));
    }

    /// <summary>The k nearest rows of the source for each row of another query: SQLite asks the virtual table once for each, which stops after k.</summary>
    public static Expression ForEach<TOuter, T, TItem, TResult>(ForEachCall call, SqliteVectorIndexMetadata index)
    {
        var search = new IndexedSearch(call.Search, index);
        var outer = LinqCall.WhereNotNull<TOuter>(call.Outer, call.Row, call.Search.Query);
        Expression<Func<TOuter, NearestRow, OuterRow<TOuter>>> asked = (o, n) => new OuterRow<TOuter> { Outer = o, Nearest = n };
        outer = LinqCall.SelectMany(
            outer,
            Expression.Lambda<Func<TOuter, IEnumerable<NearestRow>>>(search.VirtualTable(), call.Row),
            asked);

        var row = Expression.Parameter(typeof(OuterRow<TOuter>), "o");
        var nearest = Expression.Property(row, nameof(OuterRow<TOuter>.Nearest));
        var ofOuter = Expression.Property(row, nameof(OuterRow<TOuter>.Outer));
        var k = OfRow(call.Search.K, ofOuter);
        outer = LinqCall.Where(outer, Expression.Lambda<Func<OuterRow<TOuter>, bool>>(
            NearestCalls.Arguments(
                NearestCalls.Argument(nearest, nameof(NearestRow.Name), Expression.Constant(index.Definition.Name)),
                NearestCalls.Argument(nearest, nameof(NearestRow.Query), OfRow(GuardedQuery.Of(call.Search), ofOuter)),
                NearestCalls.Argument(nearest, nameof(NearestRow.K), k),
                NearestCalls.Argument(nearest, nameof(NearestRow.Rows), search._call.IsFiltered ? search.LabelsOf<T>(once: true) : NearestCalls.AllRows()),
                NearestCalls.Argument(nearest, nameof(NearestRow.Most), k)),
            row));
        Expression<Func<OuterRow<TOuter>, LabelledRow<T>, FoundRow<TOuter, T>>> found = (o, l) => new FoundRow<TOuter, T> { Outer = o.Outer, Nearest = o.Nearest, Item = l.Item };
        Expression<Func<OuterRow<TOuter>, long>> label = o => o.Nearest.Label;
        var joined = LinqCall.Join(outer, search.Labelled<T>(), label, LabelKey<T>(), found);

        var result = LinqCall.Result<FoundRow<TOuter, T>, TItem>(
            call.Search.ResultSelector,
            r => Expression.Property(r, nameof(FoundRow<TOuter, T>.Item)),
            r => Expression.Property(Expression.Property(r, nameof(FoundRow<TOuter, T>.Nearest)), nameof(NearestRow.Distance)));
        var outerItem = Expression.Property(result.Parameters[0], nameof(FoundRow<TOuter, T>.Outer));
        var item = OfRow(result.Body, outerItem);
        return LinqCall.Select(joined, Expression.Lambda<Func<FoundRow<TOuter, T>, TResult>>(
            call.ResultSelector is null ? item : ParameterReplacer.Inline(call.ResultSelector, outerItem, item), result.Parameters));

        // The number and the result of a search may depend on the row that it is for.
        Expression OfRow(Expression expression, Expression outerRow) => ParameterReplacer.Inline(Expression.Lambda(expression, call.Row), outerRow);
    }

    /// <summary>A query that EF Core joins with nothing: a limit that is none makes a subquery of it. It is ordered by nothing, since EF Core warns of limits without an order.</summary>
    public static Expression Apart<T>(Expression query)
    {
        Expression<Func<T, int>> nothing = _ => 0;
        return LinqCall.Take<T>(LinqCall.OrderBy(query, nothing), Expression.Constant(int.MaxValue)); // EF Core takes the least of two limits
    }

    /// <summary>The labels to search in a filtered source, or all where many pass the filter.</summary>
    private Expression AllowedRows<T>(NearestToCall call, Expression limit)
    {
        var probe = LinqCall.Take<RankedRow<T>>(Ordered<T>(Ranked<T>(call.K, NearestCalls.Probe(call.Number))), limit);
        Expression<Func<RankedRow<T>, int>> passed = r => r.Nearest.Passed;
        return NearestCalls.Call(
            nameof(NearestFunctions.RowsOrProbed),
            Expression.Condition(Expression.LessThan(LinqCall.Sum(probe, passed), call.K), LabelsOf<T>(), Expression.Constant(null, typeof(byte[]))),
            Expression.Constant(call.Number));
    }

    private Expression LabelsOf<T>(bool once = false)
    {
        if (_call.IsPlain && _call.EntityType.FindPrimaryKey()!.Properties is [var key] && key.GetRelationalTypeMapping().StoreType == Integer)
        {
            var item = Expression.Parameter(typeof(T), "a");
            return Rowset<T>(_call.Source, item, Expression.Coalesce(NearestCalls.Label(_index.Definition.Name, Value(item, key.Name, key.ClrType)), LookedUp(key, item)));
        }

        var row = Expression.Parameter(typeof(LabelledRow<T>), "r");
        return Rowset<LabelledRow<T>>(Labelled<T>(), row, Expression.Convert(Label(Expression.Property(row, nameof(LabelledRow<T>.Ledger))), typeof(long?)), once);
    }

    // The label of a key, as the ledger has it.
    private Expression LookedUp(IProperty key, Expression item)
    {
        var ledger = Expression.Parameter(typeof(LedgerRow), "l");
        var isRow = NearestCalls.Equal(Value(ledger, LedgerConvention.KeyName(key.Name), key.ClrType), Value(item, key.Name, key.ClrType));
        var row = LinqCall.Where(new EntityQueryRootExpression(_index.Ledger), Expression.Lambda<Func<LedgerRow, bool>>(isRow, ledger));
        return LinqCall.FirstOrDefault<long?>(
            LinqCall.Select(row, Expression.Lambda<Func<LedgerRow, long?>>(Expression.Convert(Label(ledger), typeof(long?)), ledger)));
    }

    private Expression Rowset<TRow>(Expression source, ParameterExpression row, Expression label, bool once = false)
    {
        var labels = once
            ? NearestCalls.Call(nameof(NearestFunctions.RowsetOnce), label, Expression.Constant(_index.Definition.DisplayName))
            : NearestCalls.Call(nameof(NearestFunctions.Rowset), label);
        return LinqCall.SingleOrDefault<byte[]>(LinqCall.Select(source, Expression.Lambda<Func<TRow, byte[]?>>(labels, row)));
    }

    /// <summary>The source joined with the virtual table, which SQL gives its arguments as comparisons with its hidden columns.</summary>
    private Expression Ranked<T>(Expression k, Expression rows)
    {
        Expression<Func<LabelledRow<T>, NearestRow, RankedRow<T>>> ranked = (r, n) => new RankedRow<T> { Item = r.Item, Ledger = r.Ledger, Nearest = n };
        Expression<Func<NearestRow, long>> label = n => n.Label;
        var joined = LinqCall.Join(Labelled<T>(), VirtualTable(), LabelKey<T>(), label, ranked);

        var row = Expression.Parameter(typeof(RankedRow<T>), "r");
        var nearest = Expression.Property(row, nameof(RankedRow<T>.Nearest));
        var arguments = NearestCalls.Arguments(
            NearestCalls.Argument(nearest, nameof(NearestRow.Name), Expression.Constant(_index.Definition.Name)),
            NearestCalls.Argument(nearest, nameof(NearestRow.Query), _call.Query),
            NearestCalls.Argument(nearest, nameof(NearestRow.K), k),
            NearestCalls.Argument(nearest, nameof(NearestRow.Rows), rows));
        if (OuterRowFinder.IsIn(_call.Query))
            arguments = NearestCalls.Arguments(arguments, NearestCalls.Argument(nearest, nameof(NearestRow.Most), Expression.Constant(int.MaxValue))); // it is asked for each row then, and that may have no vector to search by
        return LinqCall.Where(joined, Expression.Lambda<Func<RankedRow<T>, bool>>(arguments, row));
    }

    private EntityQueryRootExpression VirtualTable() => new(_call.Context.Model.FindEntityType(typeof(NearestRow))!);

    private Expression Labelled<T>()
    {
        Expression<Func<T, LedgerRow, LabelledRow<T>>> labelled = (a, l) => new LabelledRow<T> { Item = a, Ledger = l };
        var keys = _call.EntityType.FindPrimaryKey()!.Properties;
        return LinqCall.Join(
            _call.Source,
            new EntityQueryRootExpression(_index.Ledger),
            CompositeKey.Lambda(typeof(T), keys.Select(p => (p.Name, p.ClrType))),
            CompositeKey.Lambda(typeof(LedgerRow), keys.Select(p => (LedgerConvention.KeyName(p.Name), p.ClrType))),
            labelled);
    }

    private static LambdaExpression LabelKey<T>()
    {
        var row = Expression.Parameter(typeof(LabelledRow<T>), "r");
        return Expression.Lambda(Label(Expression.Property(row, nameof(LabelledRow<T>.Ledger))), row);
    }

    private static MethodCallExpression Label(Expression ledger) => Value(ledger, LedgerSql.LabelColumn, typeof(long));

    private static MethodCallExpression Value(Expression row, string property, Type type)
        => Expression.Call(typeof(EF), nameof(EF.Property), [type], row, Expression.Constant(property));

    private static Expression Ordered<T>(Expression source, Expression<Func<RankedRow<T>, double>>? by = null)
    {
        Expression<Func<RankedRow<T>, double>> distance = r => r.Nearest.Distance;
        Expression<Func<RankedRow<T>, long>> label = r => r.Nearest.Label;
        return LinqCall.ThenBy(LinqCall.OrderBy(source, by ?? distance), label);
    }
}
