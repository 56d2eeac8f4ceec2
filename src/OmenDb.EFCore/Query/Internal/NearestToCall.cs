using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>The query's search of this number for the K nearest rows; without a result selector, a result is the element itself.</summary>
internal sealed record NearestToCall(
    DbContext Context, Expression Source, IEntityType EntityType, Type ElementType, VectorPath Vector, Expression Query, Expression K, LambdaExpression? ResultSelector, int Number)
    : VectorSearchCall(Context, Source, EntityType, ElementType, Vector, Query)
{
    /// <summary>Where distances are compared by SQL, what orders equal ones: the parts of the key that the provider can order by.</summary>
    public IEnumerable<IProperty> Ties { get; init; } = [];

    /// <summary>The CLR type of a result.</summary>
    public Type ResultType => ResultSelector?.ReturnType ?? ElementType;
}
