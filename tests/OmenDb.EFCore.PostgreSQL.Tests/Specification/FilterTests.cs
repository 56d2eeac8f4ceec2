using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class FilterTests(PostgresSpecificationStore store) : FilterSpecification(store);
