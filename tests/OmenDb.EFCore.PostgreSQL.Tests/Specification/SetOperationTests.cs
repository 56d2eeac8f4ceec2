using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class SetOperationTests(PostgresSpecificationStore store) : SetOperationSpecification(store);
