using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class IncludeTests(SqliteSpecificationStore store) : IncludeSpecification(store);
