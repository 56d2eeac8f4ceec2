-- A_filter_by_the_nearest_to_an_outer_row
SELECT a."Id"
FROM "Authors" AS a
WHERE EXISTS (
    SELECT 1
    FROM (
        SELECT a0."AuthorId"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Style"
        LIMIT 5
    ) AS a1
    WHERE a1."AuthorId" = a."Id")

-- A_search_by_the_vector_of_a_row
SELECT a1."Id"
FROM "Articles" AS a
JOIN LATERAL (
    SELECT a0."Id"
    FROM "Articles" AS a0
    WHERE vector_norm(a."Embedding") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a0."Embedding" <=> a."Embedding"
    LIMIT 5
) AS a1 ON TRUE
WHERE a."Id" = @id

-- An_ordering_by_the_nearest_to_an_outer_row
SELECT a."Id"
FROM "Authors" AS a
ORDER BY COALESCE((
    SELECT (a0."Embedding" <=> a."Style") + 0.0
    FROM "Articles" AS a0
    WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a0."Embedding" <=> a."Style"
    LIMIT 1), 0.0)

-- Any_of_a_search
SELECT a."Id", a."Country", a."Name", a."Style"
FROM "Authors" AS a
WHERE EXISTS (
    SELECT 1
    FROM (
        SELECT a0."AuthorId"
        FROM "Articles" AS a0
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> @query
        LIMIT @k
    ) AS a1
    WHERE a1."AuthorId" = a."Id")

-- Contains_of_a_captured_search
SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
FROM "Comments" AS c
WHERE c."ArticleId" IN (
    SELECT a0."Id"
    FROM (
        SELECT a."Id"
        FROM "Articles" AS a
        WHERE a."Rating" > 2.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k
    ) AS a0
)

-- Contains_of_a_search
SELECT c."Id", c."ArticleId", c."Mood", c."Stars", c."Text"
FROM "Comments" AS c
WHERE c."ArticleId" IN (
    SELECT a0."Id"
    FROM (
        SELECT a."Id"
        FROM "Articles" AS a
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a."Embedding" <=> @query
        LIMIT @k
    ) AS a0
)

-- Count_of_a_search_in_a_projection
SELECT a."Name", (
    SELECT count(*)::int
    FROM (
        SELECT a0."AuthorId"
        FROM "Articles" AS a0
        WHERE (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> @query
        LIMIT @k
    ) AS a1
    WHERE a1."AuthorId" = a."Id") AS "Near"
FROM "Authors" AS a
ORDER BY a."Id"

-- The_distance_of_the_nearest_to_an_outer_row
SELECT a."Name", COALESCE((
    SELECT (a0."Embedding" <=> a."Style") + 0.0
    FROM "Articles" AS a0
    WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a0."Embedding" <=> a."Style"
    LIMIT 1), 0.0) AS "Nearest"
FROM "Authors" AS a
ORDER BY a."Id"

-- The_nearest_in_each_group
SELECT a0."Category", COALESCE((
    SELECT a1."Id"
    FROM "Articles" AS a1
    WHERE a1."Category" = a0."Category" AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a1."Embedding" <=> @query
    LIMIT 1), 0) AS "Best"
FROM (
    SELECT DISTINCT a."Category"
    FROM "Articles" AS a
) AS a0
ORDER BY a0."Category"

-- The_nearest_of_a_collection
SELECT a."Name", (
    SELECT a1."Title"
    FROM "Articles" AS a1
    WHERE a."Id" = a1."AuthorId" AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a1."Embedding" <=> @query
    LIMIT 1) AS "Best"
FROM "Authors" AS a
WHERE EXISTS (
    SELECT 1
    FROM "Articles" AS a0
    WHERE a."Id" = a0."AuthorId")
ORDER BY a."Id"

-- The_nearest_other_to_an_outer_row
SELECT a."Id", COALESCE((
    SELECT a1."Id"
    FROM (
        SELECT a0."Id", a0."Embedding"
        FROM "Articles" AS a0
        WHERE vector_norm(a."Embedding") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
        ORDER BY a0."Embedding" <=> a."Embedding"
        LIMIT 2
    ) AS a1
    WHERE a1."Id" <> a."Id"
    ORDER BY (a1."Embedding" <=> a."Embedding") + 0.0, a1."Id"
    LIMIT 1), 0) AS "Other"
FROM "Articles" AS a
WHERE a."Id" <= 20
ORDER BY a."Id"

-- The_nearest_to_an_outer_row
SELECT a."Name", (
    SELECT a0."Title"
    FROM "Articles" AS a0
    WHERE vector_norm(a."Style") > 0.0 AND (SELECT set_config('hnsw.iterative_scan', 'relaxed_order', true) || set_config('hnsw.max_scan_tuples', '2147483647', true) || set_config('hnsw.scan_mem_multiplier', '1000', true) || set_config('hnsw.ef_search', '100', true)) IS NOT NULL
    ORDER BY a0."Embedding" <=> a."Style"
    LIMIT 1) AS "Nearest"
FROM "Authors" AS a
ORDER BY a."Id"
