using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class AggregateTests(SqliteSpecificationStore store) : AggregateSpecification(store);
