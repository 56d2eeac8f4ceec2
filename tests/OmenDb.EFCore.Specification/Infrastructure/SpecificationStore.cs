namespace OmenDb.EFCore.Specification.Infrastructure;

/// <summary>
/// One provider's database with the rows of <see cref="Seed"/>. A provider derives from it, makes it an assembly fixture, and derives each
/// specification class with it.
/// </summary>
/// <param name="source">The folder of the provider's tests, where their baselines are written.</param>
public abstract class SpecificationStore(string source) : IAsyncLifetime
{
    private readonly Lazy<ISetSource> _seed = new(() => new SeedSets(Seed.All()));

    public SqlBaselines Baselines { get; } = new(source);

    /// <summary>What every query is held against.</summary>
    public ISetSource Expected => _seed.Value;

    /// <summary>A context; its commands go to the log, if there is one.</summary>
    public SpecificationContext CreateContext(CommandLog? log = null) => new(Options(log).Options);

    /// <summary>Options as an application would write them.</summary>
    public DbContextOptionsBuilder<SpecificationContext> Options(CommandLog? log = null)
    {
        var options = new DbContextOptionsBuilder<SpecificationContext>();
        Configure(options, log);
        return options;
    }

    /// <summary>Makes options what <see cref="Options"/> are.</summary>
    public void Configure(DbContextOptionsBuilder options, CommandLog? log = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        UseProvider(options);
        if (log is not null)
            options.AddInterceptors(log);
    }

    public virtual async ValueTask InitializeAsync()
    {
        await using var db = CreateContext();
        await CreateAsync(db);
        db.AddRange(Seed.All());
        foreach (var secret in db.ChangeTracker.Entries<Secret>())
            secret.Property(Secret.Shadow).CurrentValue = Seed.ShadowOf(secret.Entity);
        await db.SaveChangesAsync();
        await IndexAsync(db);
    }

    public abstract ValueTask DisposeAsync();

    /// <summary>Chooses the provider, with <c>UseOmenDb()</c>. Called for every context.</summary>
    protected abstract void UseProvider(DbContextOptionsBuilder options);

    /// <summary>Creates the tables, without rows.</summary>
    protected virtual async Task CreateAsync(SpecificationContext db)
    {
        await db.Database.EnsureDeletedAsync();
        await db.Database.EnsureCreatedAsync();
    }

    /// <summary>Waits until the rows are in the indexes; nothing, where they are there as soon as they are committed.</summary>
    protected virtual Task IndexAsync(SpecificationContext db) => Task.CompletedTask;
}
