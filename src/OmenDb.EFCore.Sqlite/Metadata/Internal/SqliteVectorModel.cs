using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Sqlite.Metadata.Internal;

/// <summary>The vector indexes of a finished model, as SQLite knows them.</summary>
internal sealed class SqliteVectorModel
{
    private const string RuntimeAnnotation = "OmenDb:SqliteVectorModel";

    private SqliteVectorModel(IModel model)
    {
        HasVectors = model.GetEntityTypes().SelectMany(e => e.GetDeclaredProperties()).Any(p => p.GetTypeMapping() is Storage.Internal.VectorTypeMapping);
        foreach (var ledger in model.GetEntityTypes())
        {
            if (Define(model, ledger) is { } index)
                Indexes[index.Property] = index;
        }
    }

    /// <summary>Whether there is anything for the extension to do.</summary>
    public bool HasVectors { get; }

    public Dictionary<IReadOnlyProperty, (IReadOnlyProperty Property, IReadOnlyEntityType Ledger, VectorIndexDefinition Definition)> Indexes { get; } = [];

    public static SqliteVectorModel For(IModel model)
        => model.GetOrAddRuntimeAnnotationValue(RuntimeAnnotation, static m => new SqliteVectorModel(m!), model);

    /// <summary>The index that an entity type is the ledger of; <see langword="null"/> for any other entity type.</summary>
    public static (IReadOnlyProperty Property, IReadOnlyEntityType Ledger, VectorIndexDefinition Definition)? Define(IReadOnlyModel model, IReadOnlyEntityType ledger)
    {
        if (ledger[VectorAnnotationNames.Ledger] is not string reference)
            return null;

        // "Article.Embedding": an entity's name may hold dots, a property's may not
        var dot = reference.LastIndexOf('.');
        if (model.FindEntityType(reference[..dot]) is not { } entity || entity.FindProperty(reference[(dot + 1)..]) is not { } property)
            return null;
        var table = StoreObjectIdentifier.Create(property.DeclaringType, StoreObjectType.Table)!.Value;
        var ledgerTable = StoreObjectIdentifier.Create(ledger, StoreObjectType.Table)!.Value;
        var column = property.GetColumnName(table)!;
        var keys = entity.FindPrimaryKey()!.Properties
            .Select(p => new VectorIndexKey(p.GetColumnName(table)!, ledger.FindProperty(LedgerConvention.KeyName(p.Name))!.GetColumnName(ledgerTable)!))
            .ToArray();
        return (property, ledger, new VectorIndexDefinition(
            $"{table.Name}.{column}", property.DisplayName(), table.Name, column, keys, ledgerTable.Name,
            property.GetDimensions()!.Value, property.GetIndexMetric()!.Value));
    }
}
