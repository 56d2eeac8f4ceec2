using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Query.Internal;
using OmenDb.EFCore.Sqlite.Query.Internal;

namespace OmenDb.EFCore.Sqlite.Infrastructure.Internal;

/// <summary>Translates nothing: it refuses a query with vectors, wherever in it they are, over a connection that cannot run it. Asked before <see cref="VectorMethodCallTranslatorPlugin"/>, once per compiled query.</summary>
internal sealed class ConnectionCheck(IRelationalConnection connection) : IMethodCallTranslatorPlugin, IMethodCallTranslator
{
    public IEnumerable<IMethodCallTranslator> Translators => [this];

    public SqlExpression? Translate(
        SqlExpression? instance, MethodInfo method, IReadOnlyList<SqlExpression> arguments, IDiagnosticsLogger<DbLoggerCategory.Query> logger)
    {
        // A query may be compiled where there is no database, and so no connection: when it is precompiled.
        if (IsOfVectors(method.DeclaringType) && connection is { ConnectionString: not null, DbConnection: not SqliteConnection })
            SqliteVectorConnection.Of(connection.Context);
        return null;
    }

    private static bool IsOfVectors(Type? type)
        => type == typeof(VectorDbFunctionsExtensions) || type == typeof(DistanceCall) || type == typeof(GuardedQuery) || type == typeof(NearestFunctions);
}
