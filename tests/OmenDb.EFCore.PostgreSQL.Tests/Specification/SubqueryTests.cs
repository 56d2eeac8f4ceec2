using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class SubqueryTests(PostgresSpecificationStore store) : SubquerySpecification(store);
