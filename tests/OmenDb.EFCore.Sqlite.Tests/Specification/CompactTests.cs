using OmenDb.EFCore.Specification.Query;

namespace OmenDb.EFCore.Sqlite.Tests.Specification;

public sealed class CompactExecuteTests(CompactSpecificationStore store) : ExecuteSpecification(store);

public sealed class CompactFilterTests(CompactSpecificationStore store) : FilterSpecification(store);

public sealed class CompactJoinTests(CompactSpecificationStore store) : JoinSpecification(store);

public sealed class CompactDistanceTests(CompactSpecificationStore store) : DistanceSpecification(store);

public sealed class CompactMappingTests(CompactSpecificationStore store) : MappingSpecification(store);
