using Microsoft.EntityFrameworkCore.Metadata;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.Moving.Internal;

/// <summary>The tables to copy, each behind those that it refers to.</summary>
internal static class CopyOrder
{
    public static IEnumerable<ITable> Of(IRelationalModel model)
    {
        var left = model.Tables.Where(t => !IsLedger(t)).OrderBy(t => t.SchemaQualifiedName, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var next = left.Find(t => !t.ForeignKeyConstraints.Any(f => f.PrincipalTable != t && left.Contains(f.PrincipalTable)))
                ?? throw new NotSupportedException($"The tables {string.Join(", ", left.Select(t => $"'{t.Name}'"))} refer to each other in a circle; no order of copying them keeps their foreign keys.");
            left.Remove(next);
            yield return next;
        }
    }

    // The store keeps these itself.
    private static bool IsLedger(ITable table) => table.EntityTypeMappings.Any(m => m.TypeBase[VectorAnnotationNames.Ledger] is not null);
}
