using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class SubqueryTests(SqliteSpecificationStore store) : SubquerySpecification(store);
