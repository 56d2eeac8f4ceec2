using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class DistanceTests(PostgresSpecificationStore store) : DistanceSpecification(store);
