using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class JoinTests(PostgresSpecificationStore store) : JoinSpecification(store);
