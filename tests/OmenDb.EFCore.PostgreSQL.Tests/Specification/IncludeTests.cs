using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class IncludeTests(PostgresSpecificationStore store) : IncludeSpecification(store);
