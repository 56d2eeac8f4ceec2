-- A_collection
SELECT a1."Id", c."Text", c."Id"
FROM (
    SELECT a0."Id", (a0."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a1
LEFT JOIN "Comments" AS c ON a1."Id" = c."ArticleId"
ORDER BY a1.c, a1."Id", c."Id"

-- A_collection_in_a_split_query
SELECT a0."Id"
FROM (
    SELECT a."Id", a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

SELECT c1."Text", a1."Id"
FROM (
    SELECT a0."Id", (a0."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a1
INNER JOIN "Comments" AS c1 ON a1."Id" = c1."ArticleId"
ORDER BY a1.c, a1."Id", c1."Id"

-- A_collection_of_each_different_vector
SELECT s."Id", s."Embedding", s0."Text", s0."Id", s0."Id0"
FROM (
    SELECT a."Id", a."Embedding"
    FROM "Comments" AS c
    INNER JOIN "Articles" AS a ON c."ArticleId" = a."Id"
    GROUP BY a."Id", a."Embedding"
) AS s
LEFT JOIN (
    SELECT c0."Text", c0."Id", a0."Id" AS "Id0", a0."Embedding"
    FROM "Comments" AS c0
    INNER JOIN "Articles" AS a0 ON c0."ArticleId" = a0."Id"
) AS s0 ON s."Id" = s0."Id0" AND s."Embedding" = s0."Embedding"
ORDER BY s."Id", s."Embedding", s0."Id"

-- A_complex_part
SELECT a0."Format_Language", a0."Format_Words"
FROM (
    SELECT a."Id", a."Embedding", a."Format_Language", a."Format_Words"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- A_computed_scalar
SELECT a0."Title" || '!' || a0."Id"::text
FROM (
    SELECT a."Id", a."Embedding", a."Title"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- A_condition
SELECT CASE
    WHEN a0."Rating" > 2.0 THEN a0."Title"
    ELSE a0."Subtitle"
END
FROM (
    SELECT a."Id", a."Embedding", a."Rating", a."Subtitle", a."Title"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- A_constant
SELECT 1
FROM (
    SELECT a."Id", a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- A_count
SELECT a0."Id", (
    SELECT count(*)::int
    FROM "Comments" AS c
    WHERE a0."Id" = c."ArticleId") AS "Count"
FROM (
    SELECT a."Id", a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- A_filtered_collection
SELECT a1."Id", c0."Text", c0."Id"
FROM (
    SELECT a0."Id", (a0."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a1
LEFT JOIN (
    SELECT c."Text", c."Id", c."ArticleId"
    FROM "Comments" AS c
    WHERE c."Stars" > 2
) AS c0 ON a1."Id" = c0."ArticleId"
ORDER BY a1.c, a1."Id", c0."Id"

-- A_method_of_the_application
SELECT a0."Title"
FROM (
    SELECT a."Id", a."Embedding", a."Title"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- A_reference
SELECT a2."Id", a1."Name"
FROM (
    SELECT a0."Id", a0."AuthorId", (a0."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."AuthorId", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a2
LEFT JOIN "Authors" AS a1 ON a2."AuthorId" = a1."Id"
ORDER BY a2.c, a2."Id"

-- A_referenced_row
SELECT a1."Id", a1."Country", a1."Name", a1."Style"
FROM (
    SELECT a0."Id", a0."AuthorId", (a0."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."AuthorId", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a2
LEFT JOIN "Authors" AS a1 ON a2."AuthorId" = a1."Id"
ORDER BY a2.c, a2."Id"

-- A_scalar
SELECT a0."Title"
FROM (
    SELECT a."Id", a."Embedding", a."Title"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- A_subquery
SELECT a0."Id", (
    SELECT max(c."Stars")
    FROM "Comments" AS c
    WHERE c."ArticleId" = a0."Id") AS "Best"
FROM (
    SELECT a."Id", a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- A_tuple
SELECT a0."Id", a0."Title"
FROM (
    SELECT a."Id", a."Embedding", a."Title"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- An_anonymous_type
SELECT a0."Id", a0."Title", a0."Category"
FROM (
    SELECT a."Id", a."Category", a."Embedding", a."Title"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- An_object
SELECT a0."Id", a0."Title"
FROM (
    SELECT a."Id", a."Embedding", a."Title"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- An_owned_part
SELECT a0."Origin_City" AS "City", a0."Origin_Country" AS "Country"
FROM (
    SELECT a."Id", a."Embedding", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- Groups_of_what_has_a_vector
SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", c1."Id", c1."ArticleId", c1."Mood", c1."Stars", c1."Text"
FROM (
    SELECT c0."Id", c0."ArticleId", c0."Mood", c0."Stars", c0."Text"
    FROM (
        SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
        FROM "Comments" AS c
        WHERE c."Mood" IS NOT NULL AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY c."Mood" <-> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Comments"') THEN 50 ELSE 0 END
    ) AS c0
    ORDER BY (c0."Mood" <-> @query) + 0.0, c0."Id"
    LIMIT @k
) AS c1
INNER JOIN "Articles" AS a ON c1."ArticleId" = a."Id"
ORDER BY a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words"

-- Select_after_Select
SELECT a2."Id", a1."Country"
FROM (
    SELECT a0."Id", a0."AuthorId", (a0."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."AuthorId", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a2
LEFT JOIN "Authors" AS a1 ON a2."AuthorId" = a1."Id"
ORDER BY a2.c, a2."Id"

-- The_distance
SELECT (a0."Embedding" <=> @query) + 0.0
FROM (
    SELECT a."Id", a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- The_distance_and_what_belongs_to_the_row
SELECT a2."Id", (a2."Embedding" <=> @query) + 0.0 AS distance, a1."Name", (
    SELECT COALESCE(sum(c."Stars"), 0)::int
    FROM "Comments" AS c
    WHERE a2."Id" = c."ArticleId") AS "Stars"
FROM (
    SELECT a0."Id", a0."AuthorId", a0."Embedding", (a0."Embedding" <=> @query) + 0.0 AS c
    FROM (
        SELECT a."Id", a."AuthorId", a."Embedding"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a0
    WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
    LIMIT @k
) AS a2
LEFT JOIN "Authors" AS a1 ON a2."AuthorId" = a1."Id"
ORDER BY a2.c, a2."Id"

-- The_distance_as_a_score
SELECT a0."Id", 1.0 - ((a0."Embedding" <=> @query) + 0.0) AS "Score"
FROM (
    SELECT a."Id", a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- The_distance_behind_a_filter
SELECT a0."Id", (a0."Embedding" <=> @query) + 0.0 AS distance
FROM (
    SELECT a."Id", a."Embedding"
    FROM "Articles" AS a
    WHERE a."Rating" > 2.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + 50
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- The_distance_in_an_object
SELECT a0."Id", a0."Title", (a0."Embedding" <=> @query) + 0.0 AS "Distance"
FROM (
    SELECT a."Id", a."Embedding", a."Title"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- The_distance_to_something_else
SELECT a0."Id", (a0."Embedding" <=> @query) + 0.0 AS distance, (a0."Embedding" <-> @other) + 0.0 AS "Other"
FROM (
    SELECT a."Id", a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- The_row_and_its_distance
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country", (a0."Embedding" <=> @query) + 0.0
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- The_row_inside_an_object
SELECT a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM (
    SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k

-- The_vector
SELECT a0."Embedding"
FROM (
    SELECT a."Id", a."Embedding"
    FROM "Articles" AS a
    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a."Embedding" <=> @query
    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
) AS a0
WHERE (a0."Embedding" <=> @query) + 0.0 <> 'NaN'
ORDER BY (a0."Embedding" <=> @query) + 0.0, a0."Id"
LIMIT @k
