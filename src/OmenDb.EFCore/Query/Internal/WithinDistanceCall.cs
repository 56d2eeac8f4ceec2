using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace OmenDb.EFCore.Query.Internal;

/// <summary>A search for all rows within a distance.</summary>
internal sealed record WithinDistanceCall(
    DbContext Context, Expression Source, IEntityType EntityType, Type ElementType, VectorPath Vector, Expression Query, Expression MaxDistance)
    : VectorSearchCall(Context, Source, EntityType, ElementType, Vector, Query);
