using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class AggregateTests(PostgresSpecificationStore store) : AggregateSpecification(store);
