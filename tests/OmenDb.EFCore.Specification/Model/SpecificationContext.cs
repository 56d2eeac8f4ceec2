namespace OmenDb.EFCore.Specification.Model;

/// <summary>Everything that EF Core maps in one way or another, with vectors in it.</summary>
public class SpecificationContext(DbContextOptions<SpecificationContext> options) : DbContext(options)
{
    public const string NotDeleted = "NotDeleted";
    public const string OneTenant = "OneTenant";

    public DbSet<Article> Articles => Set<Article>();

    public DbSet<Comment> Comments => Set<Comment>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Article>(article =>
        {
            article.ToTable("Articles");
            article.Property(a => a.Id).ValueGeneratedNever();
            article.OwnsOne(a => a.Origin);
            article.ComplexProperty(a => a.Format);
            article.HasMany(a => a.Tags).WithMany(t => t.Articles);
        });
        modelBuilder.Entity<Author>().ToTable("Authors").Property(a => a.Id).ValueGeneratedNever();
        modelBuilder.Entity<Comment>().ToTable("Comments").Property(c => c.Id).ValueGeneratedNever();
        modelBuilder.Entity<Tag>().ToTable("Tags").Property(t => t.Id).ValueGeneratedNever();
        modelBuilder.Entity<Photo>().ToTable("Photos");
        modelBuilder.Entity<FilteredNote>(note =>
        {
            note.ToTable("Notes").Property(n => n.Id).ValueGeneratedNever();
            note.HasQueryFilter(NotDeleted, n => !n.IsDeleted);
            note.HasQueryFilter(OneTenant, n => n.Tenant == 1);
        });

        modelBuilder.Entity<Reply>(reply =>
        {
            reply.ToTable("Replies").Property(r => r.Id).ValueGeneratedNever();
            reply.HasQueryFilter(r => r.Author.Country == "Norway");
        });

        Animal.Model(modelBuilder);
        modelBuilder.Entity<Animal>().ToTable("Animals").Property(a => a.Id).ValueGeneratedNever();
        modelBuilder.Entity<Vehicle>().UseTptMappingStrategy().ToTable("Vehicles").Property(v => v.Id).ValueGeneratedNever();
        modelBuilder.Entity<Car>().ToTable("Cars");
        modelBuilder.Entity<Boat>().ToTable("Boats");
        modelBuilder.Entity<Shape>().UseTpcMappingStrategy().Property(s => s.Id).ValueGeneratedNever();
        modelBuilder.Entity<Circle>().ToTable("Circles");
        modelBuilder.Entity<Square>().ToTable("Squares");

        Numbered<int>(modelBuilder);
        Numbered<long>(modelBuilder);
        Numbered<Guid>(modelBuilder);
        Numbered<string>(modelBuilder);
        Numbered<byte[]>(modelBuilder);
        Numbered<ItemId>(modelBuilder);
        modelBuilder.Entity<Numbered<ItemId>>().Property(k => k.Id).HasConversion(id => id.Value, value => new ItemId(value));
        modelBuilder.Entity<Cell>().ToTable("Cells").HasKey(c => new { c.Sheet, c.Row, c.Column });

        modelBuilder.Entity<Order>(order =>
        {
            order.ToTable("Orders").Property(o => o.Id).ValueGeneratedNever();
            order.HasOne(o => o.Details).WithOne().HasForeignKey<OrderDetails>(d => d.Id);
            order.Navigation(o => o.Details).IsRequired();
        });
        modelBuilder.Entity<OrderDetails>().ToTable("Orders");
        modelBuilder.Entity<Secret>(secret =>
        {
            secret.ToTable("Secrets").Property(s => s.Id).ValueGeneratedNever();
            secret.Property(s => s.Field).IsVector(4);
            secret.HasVectorIndex(s => s.Field);
            secret.Property<float[]>(Secret.Shadow).IsVector(4);
            secret.HasVectorIndex(Secret.Shadow).HasMetric(VectorMetric.Euclidean);
        });
        modelBuilder.Entity<Diary>().ToTable("Diaries").Property(d => d.Id).ValueGeneratedNever();
        modelBuilder.Entity<Page>().ToTable("Pages").Property(p => p.Id).ValueGeneratedNever();
        modelBuilder.Entity<Shop>(shop =>
        {
            shop.ToTable("Shops").Property(s => s.Id).ValueGeneratedNever();
            shop.OwnsOne(s => s.Profile);
            shop.ComplexProperty(s => s.Look);
        });
        modelBuilder.Entity<Door>(door =>
        {
            door.ToTable("Doors").Property(d => d.Id).ValueGeneratedNever();
            door.ComplexProperty(d => d.Front, front => front.Property(p => p.Vector).IsVector(4).HasVectorIndex());
            door.ComplexProperty(d => d.Back, back => back.Property(p => p.Vector).IsVector(4));
        });
        modelBuilder.Entity<Compact>().ToTable("Compacts").Property(c => c.Id).ValueGeneratedNever();
        modelBuilder.Entity<Unkeyed>().HasNoKey().ToSqlQuery("SELECT \"Id\" AS \"Number\", \"Embedding\" FROM \"Articles\"");
    }

    private static void Numbered<TKey>(ModelBuilder modelBuilder)
        where TKey : notnull
        => modelBuilder.Entity<Numbered<TKey>>().ToTable($"Keyed{typeof(TKey).Name.Replace("[]", "s", StringComparison.Ordinal)}").Property(k => k.Id).ValueGeneratedNever();
}
