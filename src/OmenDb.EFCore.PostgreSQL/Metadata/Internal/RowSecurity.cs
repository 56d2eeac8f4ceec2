using Microsoft.EntityFrameworkCore.Storage;

namespace OmenDb.EFCore.PostgreSQL.Metadata.Internal;

/// <summary>Policies, which say whose rows are seen and written (row-level security).</summary>
internal static class RowSecurity
{
    /// <summary>SQL for whether a table has policies for the role that asks.</summary>
    public static string IsActive(ISqlGenerationHelper sql, string table, string? schema)
        => $"row_security_active('{sql.DelimitIdentifier(table, schema).Replace("'", "''", StringComparison.Ordinal)}')";
}
