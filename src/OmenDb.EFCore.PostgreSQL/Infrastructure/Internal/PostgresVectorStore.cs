using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Infrastructure.Internal;

namespace OmenDb.EFCore.PostgreSQL.Infrastructure.Internal;

/// <summary>One context's way to the vector indexes of its database.</summary>
internal sealed class PostgresVectorStore(ICurrentDbContext currentContext) : IVectorStore
{
    private DbContext Context => currentContext.Context;

    public IVectorIndex GetIndex(IProperty vector) => new PostgresVectorIndex(Context, vector);

    public IEntityBatch BeginBatch(IEntityType entityType, bool isHeld, IProgress<long>? progress) => new BatchCopy(Context, entityType, isHeld, progress);

    public void RequireConnection()
    {
        // Npgsql's provider takes no other than its own.
    }

    public bool IsInTransaction => Context.Database.GetDbConnection().State == ConnectionState.Open;
}
