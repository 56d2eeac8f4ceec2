namespace OmenDb.EFCore.Specification.Guide;

public class DocumentsContext(DbContextOptions<DocumentsContext> options) : DbContext(options)
{
    public int? TenantId { get; set; }
    public DbSet<Document> Documents => Set<Document>();
    public DbSet<Passage> Passages => Set<Passage>();

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<Passage>().HasIndex(p => p.TenantId);
        model.Entity<Passage>().HasQueryFilter(p => TenantId == null || p.TenantId == TenantId);
    }
}
