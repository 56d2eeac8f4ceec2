using System.Linq.Expressions;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Calls of <see cref="Queryable"/> as expressions.</summary>
internal static class LinqCall
{
    public static Expression Where<T>(Expression source, Expression<Func<T, bool>> predicate) => Call(nameof(Queryable.Where), [typeof(T)], source, predicate);

    /// <summary>The elements of which something is not missing. In SQL it may be that even where C# knows no null.</summary>
    public static Expression WhereNotNull<T>(Expression source, ParameterExpression item, Expression value)
    {
        if (value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null)
            value = Expression.Convert(value, typeof(Nullable<>).MakeGenericType(value.Type));
        return Where(source, Expression.Lambda<Func<T, bool>>(Expression.NotEqual(value, Expression.Constant(null, value.Type)), item));
    }

    public static Expression Select<T, TResult>(Expression source, Expression<Func<T, TResult>> selector)
        => Call(nameof(Queryable.Select), [typeof(T), typeof(TResult)], source, selector);

    public static Expression Join<TOuter, TInner, TResult>(
        Expression outer, Expression inner, LambdaExpression outerKey, LambdaExpression innerKey, Expression<Func<TOuter, TInner, TResult>> result)
        => Call(nameof(Queryable.Join), [typeof(TOuter), typeof(TInner), outerKey.ReturnType, typeof(TResult)], outer, inner, outerKey, innerKey, result);

    public static Expression SelectMany<T, TItem, TResult>(
        Expression source, Expression<Func<T, IEnumerable<TItem>>> collection, Expression<Func<T, TItem, TResult>> result)
        => Call(nameof(Queryable.SelectMany), [typeof(T), typeof(TItem), typeof(TResult)], source, collection, result);

    public static Expression OrderBy(Expression source, LambdaExpression key)
        => Call(nameof(Queryable.OrderBy), [key.Parameters[0].Type, key.ReturnType], source, key);

    public static Expression ThenBy(Expression source, LambdaExpression key)
        => Call(nameof(Queryable.ThenBy), [key.Parameters[0].Type, key.ReturnType], source, key);

    public static Expression Take<T>(Expression source, Expression count) => Call(nameof(Queryable.Take), [typeof(T)], source, count);

    public static Expression Sum<T>(Expression source, Expression<Func<T, int>> value) => Call(nameof(Queryable.Sum), [typeof(T)], source, value);

    public static Expression SingleOrDefault<T>(Expression source) => Call(nameof(Queryable.SingleOrDefault), [typeof(T)], source);

    public static Expression FirstOrDefault<T>(Expression source) => Call(nameof(Queryable.FirstOrDefault), [typeof(T)], source);

    /// <summary>The user's result selector over a row that holds the element and its distance; the element itself without one.</summary>
    public static Expression<Func<TRow, TResult>> Result<TRow, TResult>(
        LambdaExpression? selector, Func<Expression, Expression> item, Func<Expression, Expression> distance)
    {
        var row = Expression.Parameter(typeof(TRow), "r");
        var body = selector is null ? item(row) : ParameterReplacer.Inline(selector, item(row), distance(row));
        return Expression.Lambda<Func<TRow, TResult>>(body, row);
    }

    private static MethodCallExpression Call(string method, Type[] types, params Expression[] arguments)
        => Expression.Call(typeof(Queryable), method, types, Array.ConvertAll(arguments, a => a is LambdaExpression ? Expression.Quote(a) : a));
}
