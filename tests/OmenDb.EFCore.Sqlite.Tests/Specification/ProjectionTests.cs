using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class ProjectionTests(SqliteSpecificationStore store) : ProjectionSpecification(store);
