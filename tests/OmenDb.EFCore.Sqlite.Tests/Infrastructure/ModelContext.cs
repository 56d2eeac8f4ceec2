namespace OmenDb.EFCore.Sqlite.Tests.Infrastructure;

/// <summary>A context whose model a test writes down in place.</summary>
public sealed class ModelContext(DbContextOptions<ModelContext> options, Action<ModelBuilder> model) : DbContext(options)
{
    internal Action<ModelBuilder> Definition => model;

    protected override void OnModelCreating(ModelBuilder modelBuilder) => model(modelBuilder);
}
