using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class HierarchyTests(SqliteSpecificationStore store) : HierarchySpecification(store);
