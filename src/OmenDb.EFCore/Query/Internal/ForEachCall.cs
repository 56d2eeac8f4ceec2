using System.Linq.Expressions;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>A search for each row of another query: <c>from a in outer from b in bs.NearestTo(b =&gt; b.V, a.V, k)</c>.</summary>
/// <param name="Outer">The other query.</param>
/// <param name="Row">The parameter that stands for its row in the call's query vector.</param>
/// <param name="Search">The search.</param>
/// <param name="ResultSelector">Makes a result of an outer row and a result of the search; <see langword="null"/> for the latter.</param>
internal sealed record ForEachCall(Expression Outer, ParameterExpression Row, NearestToCall Search, LambdaExpression? ResultSelector);
