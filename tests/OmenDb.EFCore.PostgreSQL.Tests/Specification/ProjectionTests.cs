using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class ProjectionTests(PostgresSpecificationStore store) : ProjectionSpecification(store);
