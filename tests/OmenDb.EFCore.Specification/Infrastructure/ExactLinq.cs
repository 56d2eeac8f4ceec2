using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>Turns a query of the specification into LINQ over objects: every vector compared, in double precision. The oracle of the composition matrix.</summary>
internal sealed class ExactLinq : ExpressionVisitor
{
    public static double Distance(VectorMetric metric, object a, object b) => Exact.Distance(metric, Floats(a), Floats(b));

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (node.Method.DeclaringType == typeof(VectorQueryableExtensions))
            return Visit(node.Method.Name == nameof(VectorQueryableExtensions.NearestTo) ? Nearest(node) : Within(node));
        if (node.Method.DeclaringType == typeof(VectorDbFunctionsExtensions))
            return Distance(Visit(node.Arguments[1]), Visit(node.Arguments[2]), Visit(node.Arguments[3]));
        if (node.Method.DeclaringType == typeof(EF) && node.Method.Name == nameof(EF.Property))
            return Visit(Expression.Convert(Expression.PropertyOrField(node.Arguments[0], (string)((ConstantExpression)node.Arguments[1]).Value!), node.Type));
        return base.VisitMethodCall(node);
    }

    // As a database does: what hangs on nothing is nothing.
    protected override Expression VisitMember(MemberExpression node)
        => node.Expression is { Type.IsClass: true } owner && !owner.Type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && owner.Type != typeof(string)
            ? Expression.Condition(Expression.Equal(Visit(owner), Expression.Constant(null)), Expression.Default(node.Type), node.Update(Visit(owner)))
            : base.VisitMember(node);

    private static MethodCallExpression Nearest(MethodCallExpression node)
    {
        var element = node.Method.GetGenericArguments()[0];
        var named = node.Arguments.Count > 3;
        var vector = named ? Unquote(node.Arguments[1]) : OnlyVector(element);
        var distance = Distance(vector, node.Arguments[named ? 2 : 1]);
        var nearest = Call(nameof(Queryable.Take), [element],
            Call(nameof(Queryable.OrderBy), [element, typeof(double)], WithVector(node.Arguments[0], vector), distance), node.Arguments[named ? 3 : 2]);
        if (node.Arguments.Count < 5)
            return nearest;
        var selector = Unquote(node.Arguments[4]);
        var item = selector.Parameters[0];
        var body = new Replacement(selector.Parameters[1], new Replacement(vector.Parameters[0], item).Visit(Distance(vector, node.Arguments[2]).Body)).Visit(selector.Body);
        return Call(nameof(Queryable.Select), [element, selector.ReturnType], nearest, Expression.Lambda(body, item));
    }

    private static MethodCallExpression Within(MethodCallExpression node)
    {
        var element = node.Method.GetGenericArguments()[0];
        var vector = Unquote(node.Arguments[1]);
        var distance = Distance(vector, node.Arguments[2]);
        var near = Expression.Lambda(Expression.LessThanOrEqual(distance.Body, node.Arguments[3]), distance.Parameters);
        return Call(nameof(Queryable.Where), [element], WithVector(node.Arguments[0], vector), near);
    }

    private static MethodCallExpression WithVector(Expression source, LambdaExpression vector)
        => Call(nameof(Queryable.Where), [vector.Parameters[0].Type], source,
            Expression.Lambda(Expression.NotEqual(Expression.Convert(vector.Body, typeof(object)), Expression.Constant(null)), vector.Parameters));

    private static LambdaExpression Distance(LambdaExpression vector, Expression query)
        => Expression.Lambda(Distance(Expression.Constant(Metric(vector)), vector.Body, query), vector.Parameters);

    private static MethodCallExpression Distance(Expression metric, Expression a, Expression b)
        => Expression.Call(typeof(ExactLinq), nameof(Distance), null, metric, Expression.Convert(a, typeof(object)), Expression.Convert(b, typeof(object)));

    private static LambdaExpression OnlyVector(Type element)
    {
        var row = Expression.Parameter(element);
        return Expression.Lambda(Expression.Property(row, element.GetProperties().Single(p => p.IsDefined(typeof(VectorIndexAttribute)))), row);
    }

    private static VectorMetric Metric(LambdaExpression vector)
        => vector.Body is MemberExpression { Member: var member } && member.GetCustomAttribute<VectorIndexAttribute>() is { } index ? index.Metric : VectorMetric.Cosine;

    private static MethodCallExpression Call(string method, Type[] types, params Expression[] arguments)
        => Expression.Call(typeof(Queryable), method, types, Array.ConvertAll(arguments, a => a is LambdaExpression ? Expression.Quote(a) : a));

    private static LambdaExpression Unquote(Expression expression)
        => (LambdaExpression)(expression is UnaryExpression { NodeType: ExpressionType.Quote } quote ? quote.Operand : expression);

    private static float[] Floats(object vector) => vector switch
    {
        float[] array => array,
        Half[] array => Array.ConvertAll(array, h => (float)h),
        ReadOnlyMemory<float> memory => memory.ToArray(),
        Memory<float> memory => memory.ToArray(),
        ReadOnlyMemory<Half> memory => Array.ConvertAll(memory.ToArray(), h => (float)h),
        Memory<Half> memory => Array.ConvertAll(memory.ToArray(), h => (float)h),
        _ => throw new ArgumentException($"{vector.GetType()} is no vector."),
    };

    private sealed class Replacement(ParameterExpression parameter, Expression by) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? by : node;
    }
}
