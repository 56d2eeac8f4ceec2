using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class DistanceTests(SqliteSpecificationStore store) : DistanceSpecification(store);
