using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class MappingTests(SqliteSpecificationStore store) : MappingSpecification(store);
