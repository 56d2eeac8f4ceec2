using System.Linq.Expressions;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.SqlExpressions;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Query.Internal;
using OmenDb.EFCore.Sqlite.Interop;

namespace OmenDb.EFCore.Sqlite.Query.Internal;

/// <summary>
/// Lets a connection keep the labels that a filter gives (<see cref="KeptFilters"/>): where these follow from tables and parameters alone, the search asks for them first,
/// by what the filter is and the parameters' values.
/// </summary>
internal sealed class FilterKeeper(ISqlExpressionFactory sql, IRelationalTypeMappingSource typeMappings) : TranslatedQueryVisitor
{
    private RelationalTypeMapping Blob => typeMappings.FindMapping(typeof(byte[]))!;

    protected override Expression VisitExtension(Expression node)
    {
        node = base.VisitExtension(node);
        return node is SqlFunctionExpression { Name: "ifnull", Arguments: [CaseExpression { Operand: null, WhenClauses: [var collected], ElseResult: null } found, var otherwise] }
            && collected.Result is ScalarSubqueryExpression { Subquery: { Projection: [{ Expression: SqlFunctionExpression { Name: VectorFunctions.Rowset } }] } labels }
            && Dependencies.Find(labels) is { } parameters
                ? Keep(labels, found, collected, otherwise, parameters)
                : node;
    }

    private SqlExpression Keep(SelectExpression labels, CaseExpression found, CaseWhenClause collected, SqlExpression otherwise, List<SqlExpression> parameters)
    {
        var identity = sql.Constant(SHA256.HashData(Encoding.UTF8.GetBytes(ExpressionPrinter.Print(labels)))[..16], Blob);
        var kept = Function(VectorFunctions.Kept, [identity, .. parameters]);
        var keep = Function(VectorFunctions.Keep, [collected.Result, identity, .. parameters]);
        return Function("ifnull", [kept, Function("ifnull", [found.Update(null, [new CaseWhenClause(collected.Test, keep)], null), otherwise])]);
    }

    private SqlExpression Function(string name, List<SqlExpression> arguments)
        => sql.Function(name, arguments, nullable: true, arguments.Select(_ => false), typeof(byte[]), Blob);

    /// <summary>Finds what a filter depends on; whatever else it may be made of, it is not kept.</summary>
    private sealed class Dependencies : ExpressionVisitor
    {
        private readonly List<SqlExpression> _parameters = [];
        private readonly HashSet<string> _tables = [];
        private readonly HashSet<string> _columns = [];
        private bool _isKnown = true;

        /// <summary>The parameters of a filter that reads nothing but them and tables; <see langword="null"/> for any other.</summary>
        public static List<SqlExpression>? Find(SelectExpression labels)
        {
            var found = new Dependencies();
            found.Visit(labels);
            return found._isKnown && found._columns.IsSubsetOf(found._tables) ? found._parameters : null;
        }

        protected override Expression VisitExtension(Expression node)
        {
            switch (node)
            {
                case TableExpression { Table: ITable } table:
                    _tables.Add(table.Alias);
                    return node;
                case ColumnExpression column:
                    _columns.Add(column.TableAlias);
                    return node;
                case SqlParameterExpression parameter:
                    if (!_parameters.Contains(parameter))
                        _parameters.Add(parameter);
                    return node;
                case SqlConstantExpression:
                    return node;
                case SelectExpression or InnerJoinExpression or LeftJoinExpression or ProjectionExpression or OrderingExpression
                    or SqlBinaryExpression or SqlUnaryExpression or CaseExpression or ExistsExpression or ScalarSubqueryExpression
                    or InExpression { ValuesParameter: null } or SqlFunctionExpression { Name: VectorFunctions.Rowset or VectorFunctions.Label or "COALESCE" }:
                    return base.VisitExtension(node);
                default:
                    _isKnown = false;
                    return node;
            }
        }
    }
}
