using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class FilterTests(SqliteSpecificationStore store) : FilterSpecification(store);
