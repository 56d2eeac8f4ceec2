using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class ExecutionTests(PostgresSpecificationStore store) : ExecutionSpecification(store);
