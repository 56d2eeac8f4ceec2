using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>One call of <c>NearestTo</c> or <c>WithinDistance</c> in a query, its model resolved.</summary>
/// <param name="Context">The context that compiles the query.</param>
/// <param name="Source">What is searched.</param>
/// <param name="EntityType">The entity type of the source's elements.</param>
/// <param name="ElementType">Their CLR type.</param>
/// <param name="Vector">The vector searched by.</param>
/// <param name="Query">The query vector: a parameter of any vector type, or an expression over an outer row.</param>
internal abstract record VectorSearchCall(DbContext Context, Expression Source, IEntityType EntityType, Type ElementType, VectorPath Vector, Expression Query)
{
    /// <summary>Whether the query is rounded to the 16 bits of the vector's elements before it is compared.</summary>
    public bool IsRounded { get; init; }

    /// <summary>
    /// Whether the source may leave rows out; a plain set of a table, however it is tracked and whatever it includes, does not. SQL of the application's (<c>FromSql</c>), a view and a function have conditions of
    /// their own, one of a derived type may be held as one of its base, and an interceptor of the application's may add a condition to any set.
    /// </summary>
    public bool IsFiltered
        => Root(isWhere: false) is not EntityQueryRootExpression { EntityType: var set } root
            || root.GetType() != typeof(EntityQueryRootExpression)
            || set.GetTableName() is null
            || (set.GetViewName() ?? set.GetSqlQuery() ?? set.GetFunctionName()) is not null
            || set.GetRootType().GetDeclaredQueryFilters().Count > 0
            || set.BaseType is not null
            || !set.GetIsDiscriminatorMappingComplete()
            || Context.GetService<IInterceptors>().Aggregate<IQueryExpressionInterceptor>() is not VectorSearchInterceptor;

    /// <summary>Whether the source is a set and conditions. Of another, such as one with a limit, EF Core would not make a query of its own for what is selected from it.</summary>
    public bool IsPlain => Root(isWhere: true) is EntityQueryRootExpression;

    // What is left of the source without what changes nothing, and without conditions.
    private Expression Root(bool isWhere)
    {
        var source = Source;
        while (source is MethodCallExpression { Method: { Name: var name, DeclaringType: var type } } call
            && (((type == typeof(EntityFrameworkQueryableExtensions) || type == typeof(RelationalQueryableExtensions)) && name is (
                    "Include" or "ThenInclude" or "AsNoTracking" or "AsNoTrackingWithIdentityResolution" or "AsTracking" or "TagWith" or "TagWithCallSite" or "AsSplitQuery" or "AsSingleQuery"
                    or "IgnoreAutoIncludes" or "IgnoreQueryFilters"))
                || (isWhere && type == typeof(Queryable) && name == nameof(Queryable.Where))))
            source = call.Arguments[0];
        return source;
    }
}
