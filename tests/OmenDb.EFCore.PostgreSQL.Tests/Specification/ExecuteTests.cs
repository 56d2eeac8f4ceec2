using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class ExecuteTests(PostgresSpecificationStore store) : ExecuteSpecification(store);
