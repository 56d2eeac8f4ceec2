using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class HierarchyTests(PostgresSpecificationStore store) : HierarchySpecification(store);
