using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>One call of <c>NearestTo</c> in a query, its model resolved.</summary>
/// <param name="Context">The context that compiles the query.</param>
/// <param name="Source">What is searched.</param>
/// <param name="EntityType">The entity type of the source's elements.</param>
/// <param name="ElementType">Their CLR type.</param>
/// <param name="Vector">The vector property searched by.</param>
/// <param name="Query">The query vector: a parameter of any vector type, or an expression over an outer row.</param>
/// <param name="K">How many.</param>
/// <param name="ResultSelector">Makes a result of an element and its distance; <see langword="null"/> for the element itself.</param>
internal sealed record NearestToCall(
    DbContext Context,
    Expression Source,
    IEntityType EntityType,
    Type ElementType,
    IProperty Vector,
    Expression Query,
    Expression K,
    LambdaExpression? ResultSelector);
