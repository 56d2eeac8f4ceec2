using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>A vector property and the way to it from an entity: itself, or through owned and complex parts.</summary>
/// <param name="Property">The property.</param>
/// <param name="Selector">A lambda from the entity to its vector.</param>
internal sealed record VectorPath(IProperty Property, LambdaExpression Selector)
{
    /// <summary>The vector of an entity.</summary>
    public Expression Of(Expression entity) => ParameterReplacer.Inline(Selector, entity);
}
