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
        var vectors = model.GetAllProperties().Cast<IProperty>().Where(p => p.GetDimensions() is not null || p.GetTypeMapping() is Storage.Internal.VectorTypeMapping).ToList();
        HasVectors = vectors.Count > 0;
        if (vectors.Find(p => p.GetTypeMapping() is not Storage.Internal.VectorTypeMapping) is { } other)
        {
            throw new InvalidOperationException(
                $"'{other.DisplayName()}' is a vector, but its column is mapped as {other.GetTypeMapping().GetType().Name}. Leave its column type and conversion to the library; a compiled model must be generated anew.");
        }

        foreach (var index in Define(model))
            Indexes[index.Property] = new SqliteVectorIndexMetadata(index.Definition, (IEntityType)index.Ledger);
    }

    /// <summary>Whether there is anything for the extension to do.</summary>
    public bool HasVectors { get; }

    public Dictionary<IReadOnlyProperty, SqliteVectorIndexMetadata> Indexes { get; } = [];

    public static SqliteVectorModel For(IModel model)
        => model.GetOrAddRuntimeAnnotationValue(RuntimeAnnotation, static m => new SqliteVectorModel(m!), model);

    /// <summary>The indexes of a model, also of one that is only a migration's.</summary>
    public static IEnumerable<(IReadOnlyProperty Property, IReadOnlyEntityType Ledger, VectorIndexDefinition Definition)> Define(IReadOnlyModel model)
    {
        var vectors = new Lazy<Dictionary<string, IReadOnlyProperty>>(
            () => model.GetAllProperties().Where(p => p.GetIndexMetric() is not null).ToDictionary(p => $"{p.DeclaringType.Name}.{p.Name}"));
        foreach (var ledger in model.GetEntityTypes())
        {
            if (ledger[VectorAnnotationNames.Ledger] is string reference && vectors.Value.TryGetValue(reference, out var vector))
                yield return (vector, ledger, Define(vector, ledger));
        }
    }

    /// <summary>The columns of the searched entity's key, in the table that has the vector.</summary>
    public static IEnumerable<string> KeyColumns(IReadOnlyProperty vector, StoreObjectIdentifier table)
        => vector.DeclaringType.ContainingEntityType.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName(table)!);

    private static VectorIndexDefinition Define(IReadOnlyProperty vector, IReadOnlyEntityType ledger)
    {
        var table = StoreObjectIdentifier.Create(vector.DeclaringType, StoreObjectType.Table)!.Value;
        var ledgerTable = StoreObjectIdentifier.Create(ledger, StoreObjectType.Table)!.Value;
        var column = vector.GetColumnName(table)!;
        var keys = vector.GetSearchedEntityType().FindPrimaryKey()!.Properties.Zip(KeyColumns(vector, table))
            .Select(k => new VectorIndexKey(k.Second, ledger.FindProperty(LedgerConvention.KeyName(k.First.Name))!.GetColumnName(ledgerTable)!))
            .ToArray();
        return new VectorIndexDefinition(
            $"{table.Name}.{column}", vector.DisplayName(), table.Name, column, keys, ledgerTable.Name,
            vector.GetDimensions()!.Value, vector.IsHalf(), vector.GetComputedColumnSql(table) is not null, vector.GetIndexMetric()!.Value, vector.GetIndexStorage(), vector.GetIndexTargetRecall());
    }
}
