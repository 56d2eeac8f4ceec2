using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class JoinTests(SqliteSpecificationStore store) : JoinSpecification(store);
