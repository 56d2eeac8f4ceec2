using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class ExecuteTests(SqliteSpecificationStore store) : ExecuteSpecification(store);
