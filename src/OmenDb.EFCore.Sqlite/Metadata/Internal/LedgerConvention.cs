using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Metadata.Conventions;
using OmenDb.EFCore.Metadata.Internal;
using OmenDb.EFCore.Sqlite.Query.Internal;
using OmenDb.EFCore.Sqlite.Storage.Internal;

namespace OmenDb.EFCore.Sqlite.Metadata.Internal;

/// <summary>Maps vectors to BLOB columns, and gives each vector index its ledger table and the model the virtual table.</summary>
internal sealed class LedgerConvention : IPropertyAddedConvention, IModelFinalizingConvention, IModelFinalizedConvention
{
    /// <summary>What a key property is called in the ledger, where <c>Label</c> and <c>Stamp</c> are taken.</summary>
    public static string KeyName(string property)
        => property.Equals(LedgerSql.LabelColumn, StringComparison.OrdinalIgnoreCase) || property.Equals(LedgerSql.StampColumn, StringComparison.OrdinalIgnoreCase) ? "Key_" + property : property;

    public void ProcessPropertyAdded(IConventionPropertyBuilder propertyBuilder, IConventionContext<IConventionPropertyBuilder> context)
    {
        // EF Core takes float[] for a JSON collection; as a vector it is one value.
        if (propertyBuilder.Metadata.GetDimensions() is not null)
            Map(propertyBuilder.Metadata);
    }

    public void ProcessModelFinalizing(IConventionModelBuilder modelBuilder, IConventionContext<IConventionModelBuilder> context)
    {
        var indexed = new List<IConventionProperty>();
        foreach (var property in modelBuilder.Metadata.GetAllProperties().Cast<IConventionProperty>().ToList())
        {
            if (property.GetDimensions() is not null)
                Map(property);
            if (property.GetIndexMetric() is not null)
                indexed.Add(property);
        }

        if (indexed.Count == 0)
            return;
        AddVirtualTable(modelBuilder);
        var names = new Dictionary<string, IConventionProperty>();
        foreach (var property in indexed)
            AddLedger(modelBuilder, property, names);
    }

    public IModel ProcessModelFinalized(IModel model)
    {
        SqliteVectorModel.RequireLedgers(model); // conventions that wait for a change saw those made here
        return model;
    }

    private static void Map(IConventionProperty property)
    {
        if (VectorTypeMapping.Find(property.ClrType) is not { } mapping)
            return;
        property.SetElementType(null);
        property.SetTypeMapping(mapping);
        property.SetColumnType(mapping.StoreType); // all that a compiled model keeps of the mapping
    }

    private static void AddVirtualTable(IConventionModelBuilder modelBuilder)
    {
        // As if by data annotation: else the convention's own clean-up drops a type that nothing refers to.
        var nearest = modelBuilder.Entity(typeof(NearestRow), fromDataAnnotation: true)!;
        var label = AddProperty(nearest, typeof(long), nameof(NearestRow.Label));
        label.ValueGenerated(ValueGenerated.Never, fromDataAnnotation: true);
        nearest.PrimaryKey([label.Metadata], fromDataAnnotation: true);
        AddProperty(nearest, typeof(double), nameof(NearestRow.Distance));
        AddProperty(nearest, typeof(int), nameof(NearestRow.Passed));
        nearest.ToView(NearestRow.View, fromDataAnnotation: true);
        AddProperty(nearest, typeof(byte[]), nameof(NearestRow.Query)).IsRequired(true, fromDataAnnotation: true)!.HasColumnName("query", fromDataAnnotation: true);
        AddProperty(nearest, typeof(string), nameof(NearestRow.Name)).IsRequired(true, fromDataAnnotation: true)!.HasColumnName("name", fromDataAnnotation: true);
        AddProperty(nearest, typeof(int), nameof(NearestRow.K)).HasColumnName("k", fromDataAnnotation: true);
        AddProperty(nearest, typeof(byte[]), nameof(NearestRow.Rows)).IsRequired(true, fromDataAnnotation: true)!.HasColumnName("rows", fromDataAnnotation: true);
        AddProperty(nearest, typeof(int), nameof(NearestRow.Most)).HasColumnName("most", fromDataAnnotation: true);
        AddProperty(nearest, typeof(double), nameof(NearestRow.Within)).HasColumnName("within", fromDataAnnotation: true);
    }

    private static void AddLedger(IConventionModelBuilder modelBuilder, IConventionProperty vector, Dictionary<string, IConventionProperty> names)
    {
        var entityType = (IConventionEntityType)vector.GetSearchedEntityType();
        var (table, column) = ColumnOf(vector);
        var primaryKey = entityType.FindPrimaryKey()!.Properties;
        if (primaryKey.Count > CompositeKey.MostColumns)
        {
            throw new NotSupportedException(
                $"'{vector.DisplayName()}' cannot have a vector index: the primary key of '{entityType.DisplayName()}' has {primaryKey.Count} columns, and searches join by {CompositeKey.MostColumns} at most. Give it a key of fewer columns, and these ones a unique index.");
        }

        var tableName = LedgerSql.LedgerName(table.Name, column);
        if (modelBuilder.Metadata.GetEntityTypes().FirstOrDefault(e => string.Equals(e.GetTableName(), tableName, StringComparison.OrdinalIgnoreCase)) is { } other)
        {
            var owner = modelBuilder.Metadata.GetAllProperties().FirstOrDefault(p => Reference(p) == (string?)other[VectorAnnotationNames.Ledger]);
            throw new InvalidOperationException(
                $"'{vector.DisplayName()}' cannot have a vector index: its ledger would be the table '{tableName}', which is that of {(owner is null ? $"'{other.DisplayName()}'" : $"the index on '{owner.DisplayName()}'")}. Give the column another name, with HasColumnName.");
        }

        var name = LedgerSql.IndexName(table.Name, column);
        if (!names.TryAdd(name, vector)) // a dot in it may be that of a table or a column
        {
            throw new InvalidOperationException(
                $"'{vector.DisplayName()}' cannot have a vector index: it would be called '{name}', as the index on '{names[name].DisplayName()}' is. Give the column another name, with HasColumnName.");
        }

        var ledger = modelBuilder.SharedTypeEntity($"{Reference(vector)}#Ledger", typeof(LedgerRow), fromDataAnnotation: true)!;
        ledger.ToTable(tableName, table.Schema, fromDataAnnotation: true);
        if (((IReadOnlyEntityType)vector.DeclaringType.ContainingEntityType).IsTableExcludedFromMigrations(table))
            ledger.ExcludeTableFromMigrations(true, fromDataAnnotation: true);
        ledger.HasAnnotation(VectorAnnotationNames.Ledger, Reference(vector), fromDataAnnotation: true);

        var label = AddProperty(ledger, typeof(long), LedgerSql.LabelColumn);
        label.ValueGenerated(ValueGenerated.OnAdd, fromDataAnnotation: true);
        ledger.PrimaryKey([label.Metadata], fromDataAnnotation: true);

        var keys = new List<IConventionProperty>();
        foreach (var (source, held) in primaryKey.Zip(vector.DeclaringType.ContainingEntityType.FindPrimaryKey()!.Properties))
        {
            var key = AddProperty(ledger, source.ClrType, KeyName(source.Name), source);
            key.IsRequired(true, fromDataAnnotation: true);
            key.ValueGenerated(ValueGenerated.Never, fromDataAnnotation: true);
            key.Metadata.SetColumnType(held.GetColumnType(table), fromDataAnnotation: true);
            key.HasColumnName(KeyName(held.GetColumnName(table)!), fromDataAnnotation: true);
            if (held.GetCollation(table) is { } collation) // its own, or that of an entity type which shares the table
                key.UseCollation(collation, fromDataAnnotation: true);
            keys.Add(key.Metadata);
        }

        // A backup that is restored hands its labels out again; it does not draw the same numbers.
        AddProperty(ledger, typeof(long), LedgerSql.StampColumn).HasDefaultValueSql("random()", fromDataAnnotation: true);

        ledger.HasIndex(keys, fromDataAnnotation: true)!.IsUnique(true, fromDataAnnotation: true);
    }

    private static string Reference(IReadOnlyProperty vector) => $"{vector.DeclaringType.Name}.{vector.Name}";

    // Converted like the source and nothing else: ConfigureConventions may say something of all properties of a type, and the source its own.
    private static IConventionPropertyBuilder AddProperty(IConventionEntityTypeBuilder entityType, Type type, string name, IConventionProperty? source = null)
    {
        var property = entityType.Property(type, name, fromDataAnnotation: true)!;
        property.Metadata.SetValueConverter(source?.GetValueConverter(), fromDataAnnotation: true);
        property.Metadata.SetProviderClrType(source?.GetProviderClrType(), fromDataAnnotation: true);
        property.Metadata.SetColumnType(null, fromDataAnnotation: true);

        // SQL names it, and knows no conventions that come later; one of another case is the same.
        var column = property.Metadata.GetColumnName();
        property.HasColumnName(column.Equals(name, StringComparison.OrdinalIgnoreCase) ? column : name, fromDataAnnotation: true);
        return property;
    }

    private static (StoreObjectIdentifier Table, string Column) ColumnOf(IConventionProperty vector)
    {
        var name = vector.DisplayName();
        if (vector.DeclaringType.ContainingEntityType is var declaring
            && declaring.GetMappingStrategy() == RelationalAnnotationNames.TpcMappingStrategy && declaring.GetDirectlyDerivedTypes().Any())
        {
            throw new NotSupportedException(
                $"'{name}' cannot have a vector index: the rows of '{declaring.DisplayName()}' and of what derives from it are in a table for each concrete type. Map the hierarchy with UseTphMappingStrategy or UseTptMappingStrategy, or declare the vector on each concrete type and search each.");
        }

        if (StoreObjectIdentifier.Create(vector.DeclaringType, StoreObjectType.Table) is not { } table)
            throw new NotSupportedException($"'{name}' cannot have a vector index: '{vector.DeclaringType.DisplayName()}' is not mapped to a table. Map it with ToTable.");
        return vector.GetColumnName(table) is { } column
            ? (table, column)
            : throw new NotSupportedException(
                $"'{name}' cannot have a vector index: it is in another table than '{table.DisplayName()}', the main one of '{vector.DeclaringType.DisplayName()}'. Leave it out of SplitToTable, and put other properties there.");
    }
}
