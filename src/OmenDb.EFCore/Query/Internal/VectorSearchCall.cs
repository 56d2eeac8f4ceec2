using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

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
}
