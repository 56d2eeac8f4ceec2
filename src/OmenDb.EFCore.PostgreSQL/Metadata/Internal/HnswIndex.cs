using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;
using OmenDb.EFCore.Metadata.Internal;

namespace OmenDb.EFCore.PostgreSQL.Metadata.Internal;

/// <summary>One vector index, and the SQL that asks the server about it.</summary>
internal sealed class HnswIndex
{
    /// <summary>pgvector's name for this kind of index.</summary>
    public const string Method = "hnsw";

    /// <summary>How many elements it takes.</summary>
    public static int MaxDimensions(bool isHalf) => isHalf ? 4_000 : 2_000;

    public HnswIndex(DbContext context, IProperty vector)
    {
        var sql = context.GetService<ISqlGenerationHelper>();
        var table = StoreObjectIdentifier.Create(vector.DeclaringType, StoreObjectType.Table)!.Value;
        Column = vector.GetColumnName(table)!;
        Table = sql.DelimitIdentifier(table.Name, table.Schema);
        Name = $"{table.Name}.{Column}";
        Dimensions = vector.GetDimensions()!.Value;
        Metric = vector.GetIndexMetric()!.Value;
        OperatorClass = Internal.OperatorClass.Name(Metric, vector.IsHalf());
        TargetRecall = vector.GetIndexTargetRecall();

        var column = sql.DelimitIdentifier(Column);
        var type = vector.IsHalf() ? "halfvec" : "vector";
        var ranked = $"SELECT {column} {Internal.OperatorClass.Operator(Metric)} $1::{type} AS d FROM {Table} ORDER BY 1 LIMIT 10";
        CountRows = $"SELECT count({column}) FROM {Table}";
        CountZeroVectors = $"SELECT count(*) FROM {Table} WHERE {(vector.IsHalf() ? "l2_norm" : "vector_norm")}({column}) = 0";
        SampleVectors = $"SELECT {column}::text FROM {Table} WHERE {column} IS NOT NULL ORDER BY random() LIMIT 20";
        TenthDistance = $"SELECT max(d) FROM ({ranked}) AS nearest";
        CountWithin = $"SELECT count(*) FROM ({ranked}) AS nearest WHERE d <= $2";
    }

    /// <summary>The table and the column, such as <c>Articles.Embedding</c>.</summary>
    public string Name { get; }

    /// <summary>The table, quoted.</summary>
    public string Table { get; }

    public string Column { get; }

    public int Dimensions { get; }

    public VectorMetric Metric { get; }

    /// <summary>What an index must be declared with, so that it serves searches by the metric.</summary>
    public string OperatorClass { get; }

    public double TargetRecall { get; }

    public string CountRows { get; }

    public string CountZeroVectors { get; }

    public string SampleVectors { get; }

    /// <summary>The distance of the tenth nearest row to $1.</summary>
    public string TenthDistance { get; }

    /// <summary>How many of the ten nearest rows to $1 are within $2.</summary>
    public string CountWithin { get; }

    /// <summary>The index of column $2 of table $1 by operator class $3: its name, whether it is whole, its bytes with those of its partitions, whether one is being built, and how far.</summary>
    public const string Find = """
        SELECT i.indexrelid::regclass::text, i.indisvalid,
            (SELECT coalesce(sum(pg_relation_size(p.relid)), pg_relation_size(i.indexrelid)) FROM pg_partition_tree(i.indexrelid) AS p WHERE p.isleaf)::bigint,
            EXISTS (SELECT 1 FROM pg_stat_progress_create_index AS b WHERE b.relid = i.indrelid),
            (SELECT coalesce(max(b.tuples_done), 0) FROM pg_stat_progress_create_index AS b WHERE b.relid = i.indrelid)::bigint
        FROM pg_index AS i
        JOIN pg_class AS c ON c.oid = i.indexrelid
        JOIN pg_am AS m ON m.oid = c.relam
        JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        JOIN pg_opclass AS o ON o.oid = i.indclass[0]
        WHERE i.indrelid = $1::regclass AND m.amname = 'hnsw' AND a.attname = $2 AND o.opcname = $3 AND i.indpred IS NULL AND c.relname !~ '_cc(new|old)[0-9]*$'
        ORDER BY i.indisvalid DESC LIMIT 1
        """;

    /// <summary>What a rebuild of such an index left behind that was cancelled or failed, while none goes on: it serves no search, and every write pays for it.</summary>
    public const string Remains = """
        SELECT i.indexrelid::regclass::text
        FROM pg_index AS i
        JOIN pg_class AS c ON c.oid = i.indexrelid
        JOIN pg_am AS m ON m.oid = c.relam
        JOIN pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = i.indkey[0]
        JOIN pg_opclass AS o ON o.oid = i.indclass[0]
        WHERE (i.indrelid = $1::regclass OR i.indrelid IN (SELECT p.relid FROM pg_partition_tree($1::regclass) AS p)) AND m.amname = 'hnsw' AND a.attname = $2 AND o.opcname = $3
            AND NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$'
            AND NOT EXISTS (SELECT 1 FROM pg_stat_progress_create_index AS b WHERE b.relid = i.indrelid)
        """;
}
