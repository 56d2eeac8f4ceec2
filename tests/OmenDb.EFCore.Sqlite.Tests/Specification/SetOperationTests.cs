using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class SetOperationTests(SqliteSpecificationStore store) : SetOperationSpecification(store);
