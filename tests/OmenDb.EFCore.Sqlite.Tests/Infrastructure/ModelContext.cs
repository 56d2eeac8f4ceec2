namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>A context whose model a test writes down in place.</summary>
public sealed class ModelContext(DbContextOptions<ModelContext> options, Action<ModelBuilder> model, Action<ModelConfigurationBuilder>? conventions = null) : DbContext(options)
{
    internal (Action<ModelBuilder>, Action<ModelConfigurationBuilder>?) Definition => (model, conventions);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => conventions?.Invoke(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) => model(modelBuilder);
}
