using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

namespace OmenDb.EFCore.PostgreSQL.Metadata.Internal;

/// <summary>The sequence that a column takes its values from: its own of an identity or serial column, or one that the model names.</summary>
internal static class KeySequence
{
    /// <summary>The columns of a table that have one.</summary>
    public static IEnumerable<(IColumn Column, string Sequence)> Of(ITable table, ISqlGenerationHelper sql)
        => from column in table.Columns
           from sequence in column.PropertyMappings.Select(m => Of(m.Property, StoreObjectIdentifier.Table(table.Name, table.Schema), sql)).OfType<string>().Take(1)
           select (column, sequence);

    /// <summary>SQL for the name of a column's sequence, which gives NULL where the database has none; <see langword="null"/> for a column that needs none.</summary>
    public static string? Of(IProperty property, StoreObjectIdentifier table, ISqlGenerationHelper sql)
    {
        if (property.GetDefaultValueSql() is { } next) // also where the tables of a hierarchy share a sequence
            return property.DeclaringType.Model.GetSequences().Select(s => NameOf(s, sql)).FirstOrDefault(name => next == $"nextval({name})");
        return property.GetValueGenerationStrategy(table) switch
        {
            NpgsqlValueGenerationStrategy.None => null,
            NpgsqlValueGenerationStrategy.SequenceHiLo => NameOf(property.FindHiLoSequence(table)!, sql),
            _ => $"pg_get_serial_sequence({Literal(sql.DelimitIdentifier(table.Name, table.Schema))}, {Literal(property.GetColumnName(table)!)})",
        };
    }

    private static string NameOf(IReadOnlySequence sequence, ISqlGenerationHelper sql) => Literal(sql.DelimitIdentifier(sequence.Name, sequence.Schema));

    private static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
