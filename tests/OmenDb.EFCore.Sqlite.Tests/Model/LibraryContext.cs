namespace OmenDb.EFCore.Sqlite.Tests.Model;

/// <summary>The model that most tests use: articles with comments, and authors with drafts that may have no vector.</summary>
public class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Comment> Comments => Set<Comment>();

    public DbSet<Author> Authors => Set<Author>();

    public DbSet<Draft> Drafts => Set<Draft>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Article>().HasIndex(a => a.Slug).IsUnique();
        modelBuilder.Entity<Draft>().HasOne(d => d.Author).WithMany(a => a.Drafts).OnDelete(DeleteBehavior.Cascade);
    }
}
