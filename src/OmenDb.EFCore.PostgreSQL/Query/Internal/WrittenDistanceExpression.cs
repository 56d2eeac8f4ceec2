#pragma warning disable EF1001 // an operator that EF Core does not know, as Npgsql's own plug-ins write it
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Query.Expressions.Internal;

namespace OmenDb.EFCore.PostgreSQL.Query.Internal;

/// <summary>A distance that the application wrote with <c>VectorDistance</c>: rows that it orders by it, with a limit, are found as a search finds them.</summary>
internal sealed class WrittenDistanceExpression(SqlExpression left, SqlExpression right, string operatorName, RelationalTypeMapping typeMapping)
    : PgUnknownBinaryExpression(left, right, operatorName, typeof(double), typeMapping)
{
    public override PgUnknownBinaryExpression Update(SqlExpression left, SqlExpression right)
        => left == Left && right == Right ? this : new WrittenDistanceExpression(left, right, Operator, TypeMapping!);
}
