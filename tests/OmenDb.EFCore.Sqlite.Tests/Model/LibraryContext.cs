namespace OmenDb.EFCore.Sqlite.Tests.Model;

/// <summary>The model that most tests use: articles with comments, and authors with drafts that may have no vector.</summary>
public class LibraryContext(DbContextOptions<LibraryContext> options) : DbContext(options)
{
    public DbSet<LibraryArticle> Articles => Set<LibraryArticle>();

    public DbSet<LibraryComment> Comments => Set<LibraryComment>();

    public DbSet<LibraryAuthor> Authors => Set<LibraryAuthor>();

    public DbSet<LibraryDraft> Drafts => Set<LibraryDraft>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<LibraryArticle>().HasIndex(a => a.Slug).IsUnique();
        modelBuilder.Entity<LibraryDraft>().HasOne(d => d.Author).WithMany(a => a.Drafts).OnDelete(DeleteBehavior.Cascade);
    }
}
