using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class ExecutionTests(SqliteSpecificationStore store) : ExecutionSpecification(store);
