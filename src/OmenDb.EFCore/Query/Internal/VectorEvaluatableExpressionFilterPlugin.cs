using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>Leaves <c>VectorDistance</c> to the database, also where no column is in it: EF Core would call it, to make a parameter of its result.</summary>
internal sealed class VectorEvaluatableExpressionFilterPlugin : IEvaluatableExpressionFilterPlugin
{
    public bool IsEvaluatableExpression(Expression expression)
        => expression is not MethodCallExpression call || call.Method.DeclaringType != typeof(VectorDbFunctionsExtensions);
}
