using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.PostgreSQL.Tests.Specification;

public sealed class RefusalTests(PostgresSpecificationStore store) : RefusalSpecification(store);
