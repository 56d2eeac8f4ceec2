using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class OrderingTests(SqliteSpecificationStore store) : OrderingSpecification(store);
