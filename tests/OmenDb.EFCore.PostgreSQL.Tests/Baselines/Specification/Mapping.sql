-- A_key_of_a_type_of_ones_own
SELECT k0."Id", k0."Number", k0."Vector"
FROM (
    SELECT k."Id", k."Number", k."Vector"
    FROM "KeyedItemId" AS k
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY k."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"KeyedItemId"') THEN 50 ELSE 0 END
) AS k0
WHERE (k0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (k0."Vector" <=> @query) + 0.0, k0."Id"
LIMIT @k

-- A_key_of_a_type_of_ones_own_behind_a_filter
SELECT k1."Id", k1."Number", k1."Vector"
FROM (
    SELECT k0."Id", k0."Number", k0."Vector", (k0."Vector" <=> @query) + 0.0 AS c
    FROM (
        SELECT k."Id", k."Number", k."Vector"
        FROM "KeyedItemId" AS k
        WHERE k."Number" > 60 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY k."Vector" <=> @query
        LIMIT @k::bigint + 50
    ) AS k0
    WHERE (k0."Vector" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (k0."Vector" <=> @query) + 0.0, k0."Id"
    LIMIT @k
) AS k1
WHERE k1."Id" <> 70
ORDER BY k1.c, k1."Id"

-- A_key_of_bytes
SELECT k0."Id", k0."Number", k0."Vector"
FROM (
    SELECT k."Id", k."Number", k."Vector"
    FROM "KeyedBytes" AS k
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY k."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"KeyedBytes"') THEN 50 ELSE 0 END
) AS k0
WHERE (k0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (k0."Vector" <=> @query) + 0.0, k0."Id"
LIMIT @k

-- A_key_of_guid
SELECT k0."Id", k0."Number", k0."Vector"
FROM (
    SELECT k."Id", k."Number", k."Vector"
    FROM "KeyedGuid" AS k
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY k."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"KeyedGuid"') THEN 50 ELSE 0 END
) AS k0
WHERE (k0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (k0."Vector" <=> @query) + 0.0, k0."Id"
LIMIT @k

-- A_key_of_int
SELECT k0."Id", k0."Number", k0."Vector"
FROM (
    SELECT k."Id", k."Number", k."Vector"
    FROM "KeyedInt32" AS k
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY k."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"KeyedInt32"') THEN 50 ELSE 0 END
) AS k0
WHERE (k0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (k0."Vector" <=> @query) + 0.0, k0."Id"
LIMIT @k

-- A_key_of_long
SELECT k0."Id", k0."Number", k0."Vector"
FROM (
    SELECT k."Id", k."Number", k."Vector"
    FROM "KeyedInt64" AS k
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY k."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"KeyedInt64"') THEN 50 ELSE 0 END
) AS k0
WHERE (k0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (k0."Vector" <=> @query) + 0.0, k0."Id"
LIMIT @k

-- A_key_of_string
SELECT k0."Id", k0."Number", k0."Vector"
FROM (
    SELECT k."Id", k."Number", k."Vector"
    FROM "KeyedString" AS k
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY k."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"KeyedString"') THEN 50 ELSE 0 END
) AS k0
WHERE (k0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (k0."Vector" <=> @query) + 0.0, k0."Id"
LIMIT @k

-- A_key_of_three_columns
SELECT c0."Sheet", c0."Row", c0."Column", c0."Vector"
FROM (
    SELECT c."Sheet", c."Row", c."Column", c."Vector"
    FROM "Cells" AS c
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY c."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Cells"') THEN 50 ELSE 0 END
) AS c0
WHERE (c0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (c0."Vector" <=> @query) + 0.0, c0."Sheet", c0."Row", c0."Column"
LIMIT @k

-- A_key_of_three_columns_behind_a_filter
SELECT c0."Sheet", c0."Row", c0."Column", c0."Vector"
FROM (
    SELECT c."Sheet", c."Row", c."Column", c."Vector"
    FROM "Cells" AS c
    WHERE c."Sheet" = 'sheet 1' AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY c."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS c0
WHERE (c0."Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (c0."Vector" <=> @query) + 0.0, c0."Sheet", c0."Row", c0."Column"
LIMIT @k

-- A_vector_in_a_complex_part
SELECT s0."Id", (s0."Look_Vector" <-> @query) + 0.0 AS distance
FROM (
    SELECT s."Id", s."Look_Vector"
    FROM "Shops" AS s
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY s."Look_Vector" <-> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Shops"') THEN 50 ELSE 0 END
) AS s0
ORDER BY (s0."Look_Vector" <-> @query) + 0.0, s0."Id"
LIMIT @k

-- A_vector_in_a_field
SELECT s0."Id", s0."Field", s0."Shadow"
FROM (
    SELECT s."Id", s."Field", s."Shadow"
    FROM "Secrets" AS s
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY s."Field" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Secrets"') THEN 50 ELSE 0 END
) AS s0
WHERE (s0."Field" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s0."Field" <=> @query) + 0.0, s0."Id"
LIMIT @k

-- A_vector_in_a_part_that_is_a_value
SELECT d0."Id", (d0."Front_Vector" <=> @query) + 0.0 AS distance
FROM (
    SELECT d."Id", d."Front_Vector"
    FROM "Doors" AS d
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY d."Front_Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Doors"') THEN 50 ELSE 0 END
) AS d0
WHERE (d0."Front_Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (d0."Front_Vector" <=> @query) + 0.0, d0."Id"
LIMIT @k

-- A_vector_in_a_part_that_is_a_value_and_may_be_missing
SELECT d0."Id", (d0."Back_Vector" <=> @query) + 0.0 AS distance
FROM (
    SELECT d."Id", d."Back_Vector", (d."Back_Vector" <=> @query) + 0.0 AS c
    FROM "Doors" AS d
    WHERE d."Back_Vector" IS NOT NULL
    ORDER BY (d."Back_Vector" <=> @query) + 0.0, d."Id"
    LIMIT @k
) AS d0
WHERE (d0."Back_Vector" <=> @query) + 0.0 <> 'NaN' OR (d0."Back_Vector" <=> @query) IS NULL
ORDER BY d0.c, d0."Id"

-- A_vector_in_a_part_that_shares_its_table
SELECT o0."Id", o0."Text", o0."Vector"
FROM (
    SELECT o."Id", o."Text", o."Vector"
    FROM "Orders" AS o
    WHERE o."Vector" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY o."Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Orders"') THEN 50 ELSE 0 END
) AS o0
WHERE (o0."Vector" <=> @query) + 0.0 <> 'NaN' OR (o0."Vector" <=> @query) IS NULL
ORDER BY (o0."Vector" <=> @query) + 0.0, o0."Id"
LIMIT @k

-- A_vector_in_a_part_that_shares_its_table_by_the_whole
SELECT s."Id0", s."Text", s."Vector"
FROM (
    SELECT o0."Id" AS "Id0", o0."Text", o0."Vector"
    FROM "Orders" AS o
    LEFT JOIN "Orders" AS o0 ON o."Id" = o0."Id"
    WHERE o."Customer" = 'Customer 3' AND o0."Vector" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY o0."Vector" <=> @query
    LIMIT @k::bigint + 50
) AS s
WHERE (s."Vector" <=> @query) + 0.0 <> 'NaN' OR (s."Vector" <=> @query) IS NULL
ORDER BY (s."Vector" <=> @query) + 0.0, s."Id0"
LIMIT @k

-- A_vector_in_a_shadow_property
SELECT s0."Id"
FROM (
    SELECT s."Id", s."Shadow"
    FROM "Secrets" AS s
    WHERE s."Shadow" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY s."Shadow" <-> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Secrets"') THEN 50 ELSE 0 END
) AS s0
ORDER BY (s0."Shadow" <-> @query) + 0.0, s0."Id"
LIMIT @k

-- A_vector_in_an_owned_part
SELECT s0."Id", s0."Look_Color", s0."Look_Vector", s0."Profile_Name", s0."Profile_Vector"
FROM (
    SELECT s."Id", s."Look_Color", s."Look_Vector", s."Profile_Name", s."Profile_Vector"
    FROM "Shops" AS s
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY s."Profile_Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Shops"') THEN 50 ELSE 0 END
) AS s0
WHERE (s0."Profile_Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s0."Profile_Vector" <=> @query) + 0.0, s0."Id"
LIMIT @k

-- A_vector_in_an_owned_part_behind_a_filter
SELECT s0."Profile_Name" AS "Name", (s0."Profile_Vector" <=> @query) + 0.0 AS distance
FROM (
    SELECT s."Id", s."Profile_Name", s."Profile_Vector"
    FROM "Shops" AS s
    WHERE s."Look_Color" = 'red' AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY s."Profile_Vector" <=> @query
    LIMIT @k::bigint + 50
) AS s0
WHERE (s0."Profile_Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (s0."Profile_Vector" <=> @query) + 0.0, s0."Id"
LIMIT @k

-- A_vector_of_16_bits
SELECT c0."Id", (c0."Array"::vector <=> @query) + 0.0 AS distance
FROM (
    SELECT c."Id", c."Array"
    FROM "Compacts" AS c
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY c."Array" <=> @query::halfvec
    LIMIT @k::bigint + CASE WHEN row_security_active('"Compacts"') THEN 50 ELSE 0 END
) AS c0
WHERE (c0."Array"::vector <=> @query) + 0.0 <> 'NaN'
ORDER BY (c0."Array"::vector <=> @query) + 0.0, c0."Id"
LIMIT @k

-- A_vector_of_16_bits_that_may_be_missing
SELECT c0."Id", (c0."Memory"::vector <-> @query) + 0.0 AS distance
FROM (
    SELECT c."Id", c."Memory"
    FROM "Compacts" AS c
    WHERE c."Id" > 20 AND c."Memory" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY c."Memory" <-> @query::halfvec
    LIMIT @k::bigint + 50
) AS c0
ORDER BY (c0."Memory"::vector <-> @query) + 0.0, c0."Id"
LIMIT @k

-- A_vector_of_rows_without_a_key
SELECT o0."Embedding", o0."Number"
FROM (
    SELECT o."Embedding", o."Number", (o."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT "Id" AS "Number", "Embedding" FROM "Articles"
    ) AS o
    WHERE o."Number" > 100
    ORDER BY (o."Embedding" <=> @query) + 0.0
    LIMIT @k
) AS o0
WHERE (o0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY o0.c

-- A_vector_that_may_be_missing_by_its_value
SELECT p0."Id", (p0."Content" <#> @query) + 0.0 AS distance
FROM (
    SELECT p."Id", p."Content"
    FROM "Photos" AS p
    WHERE p."Content" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY p."Content" <#> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Photos"') THEN 50 ELSE 0 END
) AS p0
ORDER BY (p0."Content" <#> @query) + 0.0, p0."Id"
LIMIT @k

-- A_vector_without_an_index
SELECT a0."Id", a0."Country", a0."Name", a0."Style"
FROM (
    SELECT a."Id", a."Country", a."Name", a."Style", (a."Style" <=> @query) + 0.0 AS c
    FROM "Authors" AS a
    ORDER BY (a."Style" <=> @query) + 0.0, a."Id"
    LIMIT @k
) AS a0
WHERE (a0."Style" <=> @query) + 0.0 <> 'NaN'
ORDER BY a0.c, a0."Id"

-- A_vector_without_an_index_that_may_be_missing
SELECT p0."Id", (p0."Draft" <=> @query) + 0.0 AS distance
FROM (
    SELECT p."Id", p."Draft", (p."Draft" <=> @query) + 0.0 AS c
    FROM "Photos" AS p
    WHERE p."Place" = 'sea' AND p."Draft" IS NOT NULL
    ORDER BY (p."Draft" <=> @query) + 0.0, p."Id"
    LIMIT @k
) AS p0
WHERE (p0."Draft" <=> @query) + 0.0 <> 'NaN' OR (p0."Draft" <=> @query) IS NULL
ORDER BY p0.c, p0."Id"

-- Another_of_several_vectors_that_may_be_missing
SELECT p0."Id", (p0."Content" <#> @query) + 0.0 AS distance
FROM (
    SELECT p."Id", p."Content"
    FROM "Photos" AS p
    WHERE p."Content" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY p."Content" <#> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Photos"') THEN 50 ELSE 0 END
) AS p0
ORDER BY (p0."Content" <#> @query) + 0.0, p0."Id"
LIMIT @k

-- One_of_several_vectors
SELECT p0."Id", p0."Colors", p0."Content", p0."Draft", p0."Place"
FROM (
    SELECT p."Id", p."Colors", p."Content", p."Draft", p."Place"
    FROM "Photos" AS p
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY p."Colors" <-> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Photos"') THEN 50 ELSE 0 END
) AS p0
ORDER BY (p0."Colors" <-> @query) + 0.0, p0."Id"
LIMIT @k

-- One_vector_after_another
SELECT p2."Id", p2."Colors", p2."Content", p2."Draft", p2."Place"
FROM (
    SELECT p1."Id", p1."Colors", p1."Content", p1."Draft", p1."Place"
    FROM (
        SELECT p0."Id", p0."Colors", p0."Content", p0."Draft", p0."Place"
        FROM (
            SELECT p."Id", p."Colors", p."Content", p."Draft", p."Place"
            FROM "Photos" AS p
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY p."Colors" <-> @query
            LIMIT @k::bigint + CASE WHEN row_security_active('"Photos"') THEN 50 ELSE 0 END
        ) AS p0
        ORDER BY (p0."Colors" <-> @query) + 0.0, p0."Id"
        LIMIT @k
    ) AS p1
    WHERE p1."Content" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY p1."Content" <#> @query2
    LIMIT @k3::bigint + 50
) AS p2
ORDER BY (p2."Content" <#> @query2) + 0.0, p2."Id"
LIMIT @k3

-- The_only_vector_with_an_index_in_a_part_that_is_a_value
SELECT d0."Id"
FROM (
    SELECT d."Id", d."Front_Vector"
    FROM "Doors" AS d
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY d."Front_Vector" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Doors"') THEN 50 ELSE 0 END
) AS d0
WHERE (d0."Front_Vector" <=> @query) + 0.0 <> 'NaN'
ORDER BY (d0."Front_Vector" <=> @query) + 0.0, d0."Id"
LIMIT @k
