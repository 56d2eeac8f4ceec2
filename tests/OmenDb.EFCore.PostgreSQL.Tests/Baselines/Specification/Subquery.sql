-- A_count_of_the_nearest_to_an_outer_row_without_an_index
SELECT a."Id", (
    SELECT count(*)::int
    FROM (
        SELECT a0."Country", a0."Style"
        FROM "Authors" AS a0
        WHERE vector_norm(a."Embedding") > 0.0
        ORDER BY (a0."Style" <=> a."Embedding") + 0.0, a0."Id"
        LIMIT 5
    ) AS a1
    WHERE (a1."Style" <=> a."Embedding") + 0.0 <> 'NaN' AND a1."Country" = 'Italy') AS "Near"
FROM "Articles" AS a
WHERE a."Id" <= 20
ORDER BY a."Id"

-- A_filter_by_the_nearest_to_an_outer_row
SELECT a."Id"
FROM "Authors" AS a
WHERE EXISTS (
    SELECT 1
    FROM (
        SELECT a1."AuthorId"
        FROM (
            SELECT a0."Id", a0."AuthorId", a0."Embedding"
            FROM "Articles" AS a0
            WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a0."Embedding" <=> a."Style"
            LIMIT 5::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a1
        WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
        ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
        LIMIT 5
    ) AS a2
    WHERE a2."AuthorId" = a."Id")

-- A_filter_by_the_nearest_to_an_outer_row_without_an_index
SELECT a."Id"
FROM "Articles" AS a
WHERE EXISTS (
    SELECT 1
    FROM (
        SELECT a0."Id", a0."Style"
        FROM "Authors" AS a0
        WHERE vector_norm(a."Embedding") > 0.0
        ORDER BY (a0."Style" <=> a."Embedding") + 0.0, a0."Id"
        LIMIT 5
    ) AS a1
    WHERE (a1."Style" <=> a."Embedding") + 0.0 <> 'NaN' AND a1."Id" = a."AuthorId")

-- A_list_of_the_nearest_of_a_collection
SELECT a."Name", a."Id", a2."Id"
FROM "Authors" AS a
LEFT JOIN (
    SELECT a1."Id", a1."AuthorId", a1.c
    FROM (
        SELECT a0."Id", a0."AuthorId", ROW_NUMBER() OVER(PARTITION BY a0."AuthorId" ORDER BY (a0."Embedding" <=> @query) + 0.0) AS row, (a0."Embedding" <=> @query) + 0.0 AS c
        FROM "Articles" AS a0
    ) AS a1
    WHERE a1.row <= 2
) AS a2 ON a."Id" = a2."AuthorId"
ORDER BY a."Id", a2."AuthorId", a2.c

-- A_search_by_the_vector_of_a_row
SELECT a2."Id"
FROM "Articles" AS a
JOIN LATERAL (
    SELECT a1."Id"
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Embedding") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Embedding"
        LIMIT 5::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Embedding") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Embedding") + 0.0, a1."Id"
    LIMIT 5
) AS a2 ON TRUE
WHERE a."Id" = @id

-- An_ordering_by_the_nearest_to_an_outer_row
SELECT a."Id"
FROM "Authors" AS a
ORDER BY COALESCE((
    SELECT (a1."Embedding" <=> a."Style") + 0.0
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 1::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
    LIMIT 1), 0.0)

-- Any_of_a_search
SELECT a."Id", a."Country", a."Name", a."Style"
FROM "Authors" AS a
WHERE EXISTS (
    SELECT 1
    FROM (
        SELECT a1."AuthorId"
        FROM (
            SELECT a0."Id", a0."AuthorId", a0."Embedding"
            FROM "Articles" AS a0
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a0."Embedding" <=> @query
            LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a1
        WHERE (a1."Embedding" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (a1."Embedding" <=> @query) + 0.0, a1."Id"
        LIMIT @k
    ) AS a2
    WHERE a2."AuthorId" = a."Id")

-- Contains_of_a_captured_search
SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
FROM "Comments" AS c
WHERE c."ArticleId" IN (
    SELECT a0."Id"
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
)

-- Contains_of_a_search
SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
FROM "Comments" AS c
WHERE c."ArticleId" IN (
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
)

-- Count_of_a_search_in_a_projection
SELECT a."Name", (
    SELECT count(*)::int
    FROM (
        SELECT a1."AuthorId"
        FROM (
            SELECT a0."Id", a0."AuthorId", a0."Embedding"
            FROM "Articles" AS a0
            WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a0."Embedding" <=> @query
            LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a1
        WHERE (a1."Embedding" <=> @query) + 0.0 <> 'NaN'
        ORDER BY (a1."Embedding" <=> @query) + 0.0, a1."Id"
        LIMIT @k
    ) AS a2
    WHERE a2."AuthorId" = a."Id") AS "Near"
FROM "Authors" AS a
ORDER BY a."Id"

-- The_distance_of_the_nearest_to_an_outer_row
SELECT a."Name", COALESCE((
    SELECT (a1."Embedding" <=> a."Style") + 0.0
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 1::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
    LIMIT 1), 0.0) AS "Nearest"
FROM "Authors" AS a
ORDER BY a."Id"

-- The_nearest_in_each_group
SELECT a0."Category", COALESCE((
    SELECT a2."Id"
    FROM (
        SELECT a1."Id", a1."Embedding"
        FROM "Articles" AS a1
        WHERE a1."Category" = a0."Category" AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a1."Embedding" <=> @query
        LIMIT 1::bigint + 50
    ) AS a2
    WHERE (a2."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a2."Embedding" <=> @query) + 0.0, a2."Id"
    LIMIT 1), 0) AS "Best"
FROM (
    SELECT DISTINCT a."Category"
    FROM "Articles" AS a
) AS a0
ORDER BY a0."Category"

-- The_nearest_of_a_collection
SELECT a."Name", (
    SELECT a2."Title"
    FROM (
        SELECT a1."Id", a1."Embedding", a1."Title"
        FROM "Articles" AS a1
        WHERE a."Id" = a1."AuthorId" AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a1."Embedding" <=> @query
        LIMIT 1::bigint + 50
    ) AS a2
    WHERE (a2."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a2."Embedding" <=> @query) + 0.0, a2."Id"
    LIMIT 1) AS "Best"
FROM "Authors" AS a
WHERE EXISTS (
    SELECT 1
    FROM "Articles" AS a0
    WHERE a."Id" = a0."AuthorId")
ORDER BY a."Id"

-- The_nearest_of_a_collection_as_a_whole_row
SELECT a."Name", a0."Id", a0."AuthorId", a0."Category", a0."Embedding", a0."Published", a0."Rating", a0."Subtitle", a0."Title", a0."Format_Language", a0."Format_Words", a0."Origin_City", a0."Origin_Country"
FROM "Authors" AS a
INNER JOIN "Articles" AS a0 ON COALESCE((
    SELECT a2."Id"
    FROM (
        SELECT a1."Id", a1."Embedding"
        FROM "Articles" AS a1
        WHERE a."Id" = a1."AuthorId" AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a1."Embedding" <=> @query
        LIMIT 1::bigint + 50
    ) AS a2
    WHERE (a2."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a2."Embedding" <=> @query) + 0.0, a2."Id"
    LIMIT 1), 0) = a0."Id"

-- The_nearest_of_its_kind
SELECT a."Id", a."AuthorId", a."Category", a."Embedding", a."Published", a."Rating", a."Subtitle", a."Title", a."Format_Language", a."Format_Words", a."Origin_City", a."Origin_Country", a2."Id", a2."Country", a2."Name", a2."Style"
FROM "Articles" AS a
LEFT JOIN "Authors" AS a2 ON a."AuthorId" = a2."Id"
WHERE a."Id" = (
    SELECT a1."Id"
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE (a0."AuthorId" = a."AuthorId" OR (a0."AuthorId" IS NULL AND a."AuthorId" IS NULL)) AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> @query
        LIMIT 1::bigint + 50
    ) AS a1
    WHERE (a1."Embedding" <=> @query) + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> @query) + 0.0, a1."Id"
    LIMIT 1)

-- The_nearest_other_of_its_kind_to_an_outer_row
SELECT a."Id", COALESCE((
    SELECT a1."Id"
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE a0."Category" = a."Category" AND a0."Id" <> a."Id" AND vector_norm(a."Embedding") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Embedding"
        LIMIT 1::bigint + 50
    ) AS a1
    WHERE (a1."Embedding" <=> a."Embedding") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Embedding") + 0.0, a1."Id"
    LIMIT 1), 0) AS "Other"
FROM "Articles" AS a
WHERE a."Id" <= 20
ORDER BY a."Id"

-- The_nearest_other_to_an_outer_row
SELECT a."Id", COALESCE((
    SELECT a2."Id"
    FROM (
        SELECT a1."Id", (a1."Embedding" <=> a."Embedding") + 0.0 AS c
        FROM (
            SELECT a0."Id", a0."Embedding"
            FROM "Articles" AS a0
            WHERE vector_norm(a."Embedding") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a0."Embedding" <=> a."Embedding"
            LIMIT 2::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
        ) AS a1
        WHERE (a1."Embedding" <=> a."Embedding") + 0.0 <> 'NaN'
        ORDER BY (a1."Embedding" <=> a."Embedding") + 0.0, a1."Id"
        LIMIT 2
    ) AS a2
    WHERE a2."Id" <> a."Id"
    ORDER BY a2.c, a2."Id"
    LIMIT 1), 0) AS "Other"
FROM "Articles" AS a
WHERE a."Id" <= 20
ORDER BY a."Id"

-- The_nearest_to_an_outer_row
SELECT a."Name", (
    SELECT a1."Title"
    FROM (
        SELECT a0."Id", a0."Embedding", a0."Title"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 1::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
    ) AS a1
    WHERE (a1."Embedding" <=> a."Style") + 0.0 <> 'NaN'
    ORDER BY (a1."Embedding" <=> a."Style") + 0.0, a1."Id"
    LIMIT 1) AS "Nearest"
FROM "Authors" AS a
ORDER BY a."Id"

-- The_nearest_to_an_outer_row_among_those_that_a_search_found
SELECT a."Name", (
    SELECT a4."Title"
    FROM (
        SELECT a3."Id", a3."Title"
        FROM (
            SELECT a2."Id", a2."Embedding", a2."Title"
            FROM (
                SELECT a1."Id", a1."Embedding", a1."Title"
                FROM (
                    SELECT a0."Id", a0."Embedding", a0."Title"
                    FROM "Articles" AS a0
                    WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
                    ORDER BY a0."Embedding" <=> @query
                    LIMIT @k::bigint + CASE WHEN row_security_active('"Articles"') THEN 50 ELSE 0 END
                ) AS a1
                WHERE (a1."Embedding" <=> @query) + 0.0 <> 'NaN'
                ORDER BY (a1."Embedding" <=> @query) + 0.0, a1."Id"
                LIMIT @k
            ) AS a2
            WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
            ORDER BY a2."Embedding" <=> a."Style"
            LIMIT 2::bigint + 50
        ) AS a3
        WHERE (a3."Embedding" <=> a."Style") + 0.0 <> 'NaN'
        ORDER BY (a3."Embedding" <=> a."Style") + 0.0, a3."Id"
        LIMIT 2
    ) AS a4
    ORDER BY a4."Id" DESC
    LIMIT 1) AS "Nearest"
FROM "Authors" AS a
ORDER BY a."Id"

-- The_nearest_to_an_outer_row_without_an_index
SELECT a."Id", (
    SELECT a1."Name"
    FROM (
        SELECT a0."Id", a0."Name", a0."Style", (a0."Style" <=> a."Embedding") + 0.0 AS c
        FROM "Authors" AS a0
        WHERE vector_norm(a."Embedding") > 0.0
        ORDER BY (a0."Style" <=> a."Embedding") + 0.0, a0."Id"
        LIMIT 1
    ) AS a1
    WHERE (a1."Style" <=> a."Embedding") + 0.0 <> 'NaN'
    ORDER BY a1.c, a1."Id"
    LIMIT 1) AS "Nearest"
FROM "Articles" AS a
WHERE a."Id" <= 20
ORDER BY a."Id"

-- The_nearest_to_each_row_of_a_list_without_an_index_in_a_split_query
SELECT a."Name", a."Id"
FROM "Authors" AS a
ORDER BY a."Id"

SELECT a6."Id", (
    SELECT a8."Name"
    FROM (
        SELECT a7."Id", a7."Name", a7."Style", (a7."Style" <=> a6."Embedding") + 0.0 AS c
        FROM "Authors" AS a7
        WHERE vector_norm(a6."Embedding") > 0.0
        ORDER BY (a7."Style" <=> a6."Embedding") + 0.0, a7."Id"
        LIMIT 1
    ) AS a8
    WHERE (a8."Style" <=> a6."Embedding") + 0.0 <> 'NaN'
    ORDER BY a8.c, a8."Id"
    LIMIT 1) AS "Nearest", a."Id"
FROM "Authors" AS a
INNER JOIN "Articles" AS a6 ON a."Id" = a6."AuthorId"
ORDER BY a."Id", a6."Id"
