using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class MappingTests(PostgresSpecificationStore store) : MappingSpecification(store);
